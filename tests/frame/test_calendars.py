"""Days as a calendar: what goes in comes out, with ids that stay and numbers that say which entry is newer."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from livecompact.frame.calendars import Deadline, answer, ical

TEXTS = st.text(
    st.sampled_from('ab c,;:\n"^üß“😀') | st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=200
)
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


@given(title=TEXTS, says=TEXTS)
def test_any_text_comes_out_as_it_went_in_on_lines_of_75_octets(title, says):
    body = ical([Deadline(**CLOSES | {"title": title, "says": says})], "Consultations")

    [found] = Calendar.from_ical(body).walk("VEVENT")
    assert (str(found["SUMMARY"]), str(found["DESCRIPTION"])) == (title, says)
    assert str(found.walk("VALARM")[0]["DESCRIPTION"]) == title
    lines = body.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\r" in line or b"\n" in line]
    assert all(line.decode() for line in lines[:-1])  # no letter is cut
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines
    assert b"X-PUBLISHED-TTL:PT12H" in lines


@pytest.mark.parametrize("changed", [False, True])
def test_who_has_it_already_gets_it_again_only_if_it_changed(changed):
    first = answer(RequestFactory().get("/x.ics"), [Deadline(**CLOSES)], "Consultations")
    now = Deadline(**CLOSES | ({"sequence": 1} if changed else {}))

    again = answer(RequestFactory(headers={"If-None-Match": first["ETag"]}).get("/x.ics"), [now], "Consultations")

    assert again.status_code == (200 if changed else 304)
    assert "text/calendar" in first["Content-Type"]
