"""Days as a calendar (RFC 5545) that every program reads: whole days, with ids that never change."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from livecompact.frame.fields import UNSEEN

MEDIA_TYPE = "text/calendar"
MAKER = "-//Livecompact//Deadlines//EN"
ASK_AGAIN = "PT12H"
REMIND = "TRIGGER:-P7D"
LONGEST = 74  # octets of a line beside the space that begins its next part
LINE_END = re.compile(r"\r\n?")
MOST = 5_000  # entries that are kept, of half a kilobyte each
FRESH = 300  # seconds for which a reader's program need not ask again


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """One whole day in a calendar.

    `id` never changes and is nobody else's on this site; `sequence` goes up when the day moves, so that a calendar
    knows which entry is newer. `address` is its page. A cancelled one stays for a while, so that calendars drop it.
    """

    id: str
    day: date
    title: str
    says: str
    address: str
    changed_at: datetime
    sequence: int = 0
    is_cancelled: bool = False


def answer(request: HttpRequest, deadlines: Iterable[Deadline], name: str) -> HttpResponse:
    """A calendar of that name as a response; 304 where the reader has it already."""
    body = ical(deadlines, name)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = f"public, max-age={FRESH}"
    return get_conditional_response(request, etag, None, response) or response


def ical(deadlines: Iterable[Deadline], name: str) -> bytes:
    """A calendar as iCalendar text."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MAKER}", f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    lines += [f"REFRESH-INTERVAL;VALUE=DURATION:{ASK_AGAIN}", f"X-PUBLISHED-TTL:{ASK_AGAIN}"]
    host, site = settings.SITE.host, settings.SITE.address
    events = [_event(deadline, host, site) for deadline in deadlines]
    return b"".join((*map(_folded, lines), *events, _folded("END:VCALENDAR")))


@lru_cache(MOST)
def _event(of: Deadline, host: str, site: str) -> bytes:
    """One day as an entry: drawn once, for programs ask for the same days again and again."""
    changed = f"{of.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    title = _text(of.title)
    lines = [
        "BEGIN:VEVENT",
        f"SUMMARY:{title}",
        f"DTSTART;VALUE=DATE:{of.day.isoformat().replace('-', '')}",
        f"DTSTAMP:{changed}",
        f"UID:{_text(of.id)}@{host}",
        f"SEQUENCE:{of.sequence}",
        f"DESCRIPTION:{_text(of.says)}",
        f"LAST-MODIFIED:{changed}",
        f"STATUS:{'CANCELLED' if of.is_cancelled else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",  # a deadline keeps nobody busy all day
        f"URL:{site}{of.address}",
        *([] if of.is_cancelled else ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}", REMIND, "END:VALARM"]),
        "END:VEVENT",
    ]
    return b"".join(map(_folded, lines))


def _text(said: str) -> str:
    r"""A text as RFC 5545 (3.3.11) has it: on one line, with a backslash before what would end it.

    >>> print(_text("Bread, butter; and\x07\nmore"))
    Bread\, butter\; and\nmore
    """
    seen = UNSEEN.sub("", said)
    return LINE_END.sub("\n", seen.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")).replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A line with its end, cut as RFC 5545 (3.1) asks: never within a letter, nor behind a backslash."""
    parts, rest = [], line.encode()
    while len(rest) > LONGEST:
        part = rest[:LONGEST].decode(errors="ignore").removesuffix("\\").encode()
        parts.append(part)
        rest = rest[len(part) :]
    return b"\r\n ".join((*parts, rest)) + b"\r\n"
