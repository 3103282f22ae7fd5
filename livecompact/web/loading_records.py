"""What `livecompact load FILE` does to the site that is open: a list of records becomes public, as an upload does."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.timezone import localdate

from livecompact.compacts import queries as compacts
from livecompact.compacts.models import Compact
from livecompact.compacts.second.queries import asks_second
from livecompact.dealings.models import Source
from livecompact.kinds import KINDS
from livecompact.register import queries as register
from livecompact.register.models import Organisation
from livecompact.uploads import actions
from livecompact.uploads.actions.uploading import Progress, untold
from livecompact.uploads.judging import Judges
from livecompact.uploads.kinds import NAMES
from livecompact.uploads.models import Upload
from livecompact.uploads.reading import Read, Unreadable, read_file

OFFICER = "Compact officer"
DONE, TO_MEND, NOTHING = 0, 1, 2
SHOWN = 20
"""So many causes are told."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How a list is to be loaded: whose it is, where, what its rows are, and when."""

    whose: str
    compact: str
    kind: str | None
    looked_at: bool
    dry_run: bool
    at: datetime
    progress: Progress = untold


class _Refused(Exception):
    """Nothing can be done; the text says why, and what to do."""


@contextmanager
def _without_cycles() -> Iterator[None]:
    """Look for no circles of objects meanwhile: rows make none, and looking among so many takes a fourteenth."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


@_without_cycles()
def load_records(path: Path, asked: Asked) -> int:
    """Load a list; the exit code."""
    try:
        home, organisation = _home(asked), _organisation(asked.whose)
        read = _read(path, asked)
        _report(read)
        _stop_at_hidden(read, asked)
        _stop_at_second(home, asked)
        if asked.dry_run or not read.rows:
            _say("Nothing was saved.")
            return TO_MEND if read.problems or not read.rows else DONE
        _told(_save(path, read, home, organisation, asked))
    except (_Refused, Unreadable) as why:
        print(f"{str(why).rstrip('.')}. Nothing was saved.", file=sys.stderr)  # noqa: T201 (the terminal is who it speaks to)
        return NOTHING
    return TO_MEND if read.problems else DONE


def _home(asked: Asked) -> Compact:
    known = [each.id for each in compacts.compacts(AnonymousUser(), localdate(asked.at))]
    if not asked.compact and len(known) == 1:
        return Compact.objects.get(slug=known[0])
    if asked.compact not in known:
        raise _Refused(f"Say with --compact where they are listed: {', '.join(known)}.")
    return Compact.objects.get(slug=asked.compact)


def _organisation(words: str) -> Organisation:
    found = register.find(words, at_most=3)
    exact = [each for each in found if words in (each.slug, each.name)] or list(found)
    if len(exact) != 1:
        names = ", ".join(each.name for each in found) or "no organisation of this site"
        raise _Refused(f"“{words}” could be {names}. Give its org-id with --for.")
    return exact[0]


def _read(path: Path, asked: Asked) -> Read:
    if asked.kind and asked.kind not in NAMES:
        raise _Refused(f"Lists can be loaded of these kinds: {', '.join(NAMES)}.")
    try:
        return read_file(path, KINDS[asked.kind] if asked.kind else None, today=localdate(asked.at))
    except OSError as problem:
        raise _Refused(f"{path} cannot be read: {problem.strerror}.") from problem


def _stop_at_hidden(read: Read, asked: Asked) -> None:
    if (hides := read.told["hides"]) and not (asked.looked_at or asked.dry_run):
        raise _Refused(f"The file hides {', '.join(hides)}. Look at it, then add --looked-at. None of it is published.")


def _stop_at_second(home: Compact, asked: Asked) -> None:
    if asks_second(home.slug) and not asked.dry_run:
        raise _Refused("A second person has to say yes here before it is public. Upload the list on the site.")


def _save(path: Path, read: Read, home: Compact, organisation: Organisation, asked: Asked) -> Upload:
    upload = actions.send_upload(
        home=home,
        organisation=organisation,
        kind_name=read.kind.name,
        file_name=path.name,
        data=path.read_bytes(),
        source=Source.PUBLISHED,
        by=OFFICER,
        at=asked.at,
    )
    judges = Judges(organisation, read.kind, home.slug, localdate(asked.at))  # both judge the same rows
    how: dict[str, Any] = {"at": asked.at, "by": OFFICER, "judges": judges}
    upload = actions.keep_read(upload=upload, read=read, progress=_part(asked.progress, 0), **how)
    return actions.save_upload(upload=upload, progress=_part(asked.progress, 1), **how)


def _part(progress: Progress, place: int) -> Progress:
    """What the first or the second half of the work tells."""
    return lambda done, rows: progress(place * rows + done, 2 * rows)


def _report(read: Read) -> None:
    told = read.told
    _say(f"{len(read.rows):,} of {read.counted:,} rows are ready.")
    for sentence in (*(each["says"] for each in told["changes"]), *told["notes"]):
        _say(sentence)
    for cause in told["causes"][:SHOWN]:
        first, rows = cause["first"], f"{cause['rows']:,} {'row' if cause['rows'] == 1 else 'rows'}"
        where = f"“{first['column']}”: " if first["column"] else ""
        _say(f"{where}{rows}. {first['says']} First one: {first['cell']}, “{first['value']}”. {first['mend']}")
    if len(told["causes"]) > SHOWN:
        _say("There are more.")


def _told(upload: Upload) -> None:
    kind = KINDS[upload.kind]
    made = kind.called if upload.made == 1 else kind.plural
    _say(f"{upload.made:,} new {made}, {upload.changed:,} brought up to date, {upload.same:,} here already.")
    if left := upload.told["left"]:
        _say(f"{len(left):,} rows are of records that are not in public view. They stay so.")
    for day, rows in upload.told["held"]:
        _say(f"{rows:,} {'row is' if rows == 1 else 'rows are'} not public until {date.fromisoformat(day):%-d %B %Y}.")
    address = reverse("upload", args=[upload.home_id, upload.key])
    _say(f"It can be undone on the site until {upload.undo_by:%-d %B %Y}: {address}")


def _say(line: str) -> None:
    print(line)  # noqa: T201 (the terminal is who it speaks to)
