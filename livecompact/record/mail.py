"""A letter as a mail: plain text in short lines, with the headers that keep it out of trouble."""

import hashlib
import textwrap
from collections.abc import Iterator
from datetime import datetime
from email.utils import formataddr

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.http import Http404
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.record import joining
from livecompact.record.letters import LONGEST_SUBJECT, Letter
from livecompact.record.models import Notice

COLUMNS = 72


def message(notice: Notice, letter: Letter, at: datetime) -> EmailMessage:
    """The mail that a notice becomes. Sent again, it bears the same Message-ID."""
    name = compact_name(notice.compact, at)
    sender = settings.DEFAULT_FROM_EMAIL
    headers = {
        "Message-ID": f"<{notice.key}@{settings.SITE.host}>",
        "Auto-Submitted": "auto-generated",  # so that no machine answers (RFC 3834)
        **_thread(notice, letter),
        **_list(notice, letter, name),
    }
    return EmailMessage(
        subject=shortened(letter.subject),
        body=body(letter),
        from_email=formataddr((name, sender)),
        to=[notice.person.email],
        reply_to=joining.reply_to(notice.compact),
        headers=headers,
    )


def compact_name(compact: str, at: datetime) -> str:
    """What a Compact is called; the site's name where there is none."""
    try:
        return joining.compact(AnonymousUser(), compact, localdate(at)).name
    except Http404:
        return str(settings.SITE.name)


def body(letter: Letter) -> str:
    """The text of a letter, in lines of at most 72 columns; an address stands whole on its own line."""
    parts = [*_paragraphs(letter.lines), whole(letter.address)]
    if letter.reference:
        parts.append(_("Reference: %(reference)s") % {"reference": letter.reference})
    parts.append(_wrapped(letter.why))
    if letter.stop:
        parts.append(_("To stop these emails:") + f"\n{whole(letter.stop)}")
    return "\n\n".join(parts) + "\n"


def shortened(subject: str) -> str:
    """A subject on one line, at most 60 characters long.

    >>> shortened("Published: the hours of the library in Market Street, and of three others")
    'Published: the hours of the library in Market Street, and…'
    """
    return textwrap.shorten(subject, LONGEST_SUBJECT, placeholder="…")


def whole(address: str) -> str:
    """An address of the site in full."""
    return f"{settings.SITE.address}{address}"


def _paragraphs(lines: tuple[str, ...]) -> Iterator[str]:
    """Each a block of its own; the items of a list follow each other without a gap, each with its address below it."""
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            words, *addresses = line.split("\n")
            items += [_wrapped(words, "  "), *(f"  {address}" for address in addresses)]
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _wrapped(line)
    if items:
        yield "\n".join(items)


def _wrapped(line: str, hanging: str = "") -> str:
    return textwrap.fill(line, COLUMNS, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def _thread(notice: Notice, letter: Letter) -> dict[str, str]:
    """What lets programs show the mails of one thing together: each answers the same, which was never sent."""
    if not letter.thread:
        return {}
    key = hashlib.sha256(f"{notice.compact}/{letter.thread}".encode()).hexdigest()[:32]
    root = f"<{key}.thread@{settings.SITE.host}>"
    return {"In-Reply-To": root, "References": root}


def _list(notice: Notice, letter: Letter, name: str) -> dict[str, str]:
    """What mail that somebody subscribed to must carry, and other mail must not (RFC 2919, 2369 and 8058)."""
    if not letter.stop:
        return {}
    stop = f"<{whole(letter.stop)}>, <mailto:{settings.DEFAULT_FROM_EMAIL}?subject=stop>"
    return {
        "List-Id": f"{name} <{notice.compact}.{settings.SITE.host}>",
        "List-Unsubscribe": stop,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
