"""Days as a calendar (RFC 5545) that every program reads: whole days, with ids that never change."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from icalendar import Alarm, Calendar, Event

MEDIA_TYPE = "text/calendar"
MAKER = "-//Livecompact//Deadlines//EN"
ASK_AGAIN = timedelta(hours=12)
REMIND = timedelta(days=-7)
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
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for deadline in deadlines:
        calendar.add_component(_event(deadline))
    return bytes(calendar.to_ical())


def _event(of: Deadline) -> Event:
    event = Event()
    event.add("uid", f"{of.id}@{settings.SITE.host}")
    event.add("dtstamp", of.changed_at.astimezone(UTC))
    event.add("last-modified", of.changed_at.astimezone(UTC))
    event.add("dtstart", of.day)
    event.add("sequence", of.sequence)
    event.add("status", "CANCELLED" if of.is_cancelled else "CONFIRMED")
    event.add("summary", of.title)
    event.add("description", of.says)
    event.add("url", f"{settings.SITE.address}{of.address}")
    event.add("transp", "TRANSPARENT")  # a deadline keeps nobody busy all day
    if not of.is_cancelled:
        event.add_component(_alarm(of))
    return event


def _alarm(of: Deadline) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", REMIND)
    alarm.add("description", of.title)
    return alarm
