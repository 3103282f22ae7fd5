"""`livecompact bounces`: reads mails that came back, out of a box or one on standard input."""

import mailbox
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from livecompact.web.configuration import Misconfigured
from livecompact.web.starting_up import NoSite, open_site

DONE, SOME_IGNORED, CANNOT_RUN, TRY_AGAIN = 0, 1, 2, 75
"""The last is EX_TEMPFAIL of sysexits.h: a mail server then keeps the mail, and hands it over again."""
LARGEST = 10_000_000  # bytes of one mail; ours are some thousand
PASSED, ANSWERED = "P", "A"  # how a mail that was read is marked in a Maildir, in an mbox
NOT_OURS = "This mail is no report on a mail of this site. It was left as it is."


class NoBox(ValueError):
    """What was named is neither a Maildir nor an mbox nor a mail."""


def bounces(*, box: Path | None, at: datetime) -> int:
    """Take what mails report; the exit code. 0 where each was about a mail of ours, 1 where one was not."""
    try:
        open_site()
        return _one(sys.stdin.buffer.read(LARGEST), at) if box is None else _all(box, at)
    except (NoSite, Misconfigured, DatabaseError, NoBox, OSError) as problem:
        print(str(problem).strip(), file=sys.stderr)  # noqa: T201 (the terminal, or a mail server's log)
        return TRY_AGAIN if box is None else CANNOT_RUN


def _one(raw: bytes, at: datetime) -> int:
    if _taken(raw, at):
        return DONE
    print(NOT_OURS, file=sys.stderr)  # noqa: T201 (as above)
    return SOME_IGNORED


def _all(box: Path, at: datetime) -> int:
    """Every mail of a box that was not read by this command before; each is marked, and none is taken away."""
    taken = ignored = 0
    for raw in _unread(box):
        if _taken(raw, at):
            taken += 1
        else:
            ignored += 1
    said = f"{taken} came back. {ignored} left as they are: no reports on a mail of this site."
    print(said)  # noqa: T201 (the terminal is who it speaks to)
    return SOME_IGNORED if ignored else DONE


def _taken(raw: bytes, at: datetime) -> bool:
    from livecompact.record import actions  # noqa: PLC0415 (it has tables, so only after django.setup)
    from livecompact.record.bounces import read  # noqa: PLC0415

    bounce = read(raw, settings.SITE.host)
    return bounce is not None and actions.take_bounce(bounce=bounce, at=at)


def _unread(box: Path) -> Iterator[bytes]:
    if not box.exists():
        raise NoBox(f"There is no {box}. Name a Maildir, an mbox or a mail.")
    if box.is_file() and not _is_mbox(box):
        yield box.read_bytes()[:LARGEST]
        return
    with _opened(box) as (opened, mark):
        for key in opened.keys():  # noqa: SIM118 (it is no dictionary: its values would be read all at once)
            mail = opened[key]
            if mark in mail.get_flags():
                continue
            yield opened.get_bytes(key)[:LARGEST]
            mail.add_flag(mark)  # only once it was taken: a command that breaks off reads it again
            opened[key] = mail


@contextmanager
def _opened(box: Path) -> Iterator[tuple[mailbox.Maildir | mailbox.mbox, str]]:
    """A box that no other program changes meanwhile, and the mark of a mail that was read."""
    if box.is_dir() and not all((box / part).is_dir() for part in ("cur", "new", "tmp")):
        raise NoBox(f"{box} is no Maildir: it has no folders cur, new and tmp.")
    opened = mailbox.Maildir(box, create=False) if box.is_dir() else mailbox.mbox(box, create=False)
    try:
        opened.lock()
        yield opened, PASSED if box.is_dir() else ANSWERED
    except mailbox.ExternalClashError as held:
        raise NoBox(f"Another program has {box} just now. Try again in a minute.") from held
    finally:
        opened.flush()
        opened.unlock()
        opened.close()


def _is_mbox(box: Path) -> bool:
    with box.open("rb") as begins:
        return begins.read(5) == b"From " or not box.stat().st_size
