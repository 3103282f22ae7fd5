"""Days as a calendar: what goes in comes out, with ids that stay and numbers that say which entry is newer."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import RequestFactory
from icalendar import Calendar

from livecompact.frame.calendars import Deadline, answer, ical

CHANGED = datetime(2027, 2, 1, 9, tzinfo=UTC)
CLOSES: dict[str, Any] = {
    "id": "consultation-k2-closes",
    "day": date(2027, 5, 24),
    "title": "Closes: Bücher, Büsse; and “more”\nlines",
    "says": "The last day to answer. " * 9,
    "address": "/hertfordshire/consultations/2027/library-hours",
    "changed_at": CHANGED,
}


def event(**changed: Any) -> Any:
    """The one event of a calendar that holds a deadline."""
    [found] = Calendar.from_ical(ical([Deadline(**CLOSES | changed)], "Consultations")).walk("VEVENT")
    return found


def test_a_deadline_is_a_whole_day_with_its_words_and_its_page():
    found = event()

    assert found["UID"] == "consultation-k2-closes@127.0.0.1"
    assert found.decoded("DTSTART") == date(2027, 5, 24)
    assert str(found["SUMMARY"]) == CLOSES["title"]
    assert str(found["URL"]).endswith("/hertfordshire/consultations/2027/library-hours")
    assert found.decoded("DTSTAMP") == found.decoded("LAST-MODIFIED") == CHANGED
    assert str(found["STATUS"]) == "CONFIRMED"


def test_one_alarm_rings_seven_days_before():
    [alarm] = event().walk("VALARM")

    assert alarm.decoded("TRIGGER") == -timedelta(days=7)


def test_a_moved_day_keeps_its_id_and_raises_its_number():
    first, moved = event(), event(day=date(2027, 6, 1), sequence=1)

    assert first["UID"] == moved["UID"]
    assert (first["SEQUENCE"], moved["SEQUENCE"]) == (0, 1)


def test_what_is_cancelled_says_so_and_rings_no_more():
    found = event(is_cancelled=True, sequence=2)

    assert str(found["STATUS"]) == "CANCELLED"
    assert found.walk("VALARM") == []


def test_no_line_is_longer_than_75_octets_and_each_ends_as_the_rfc_says():
    lines = ical([Deadline(**CLOSES)], "Consultations").split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines
    assert b"X-PUBLISHED-TTL:PT12H" in lines


@pytest.mark.parametrize("changed", [False, True])
def test_who_has_it_already_gets_it_again_only_if_it_changed(changed):
    first = answer(RequestFactory().get("/x.ics"), [Deadline(**CLOSES)], "Consultations")
    now = Deadline(**CLOSES | ({"sequence": 1} if changed else {}))

    again = answer(RequestFactory(headers={"If-None-Match": first["ETag"]}).get("/x.ics"), [now], "Consultations")

    assert again.status_code == (200 if changed else 304)
    assert "text/calendar" in first["Content-Type"]
