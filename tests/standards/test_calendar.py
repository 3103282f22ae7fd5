"""Working days: properties that hold in every calendar, days that people remember, and lists that never change."""

from datetime import date, timedelta
from hashlib import sha256
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.standards.calendar import NATIONS, Calendar, Certainty, Holiday, newest, next_day, stored, versions

ENGLAND, SCOTLAND, NORTHERN_IRELAND = (newest(nation) for nation in NATIONS)
CALENDARS = st.sampled_from([ENGLAND, SCOTLAND, NORTHERN_IRELAND])
DAYS = st.dates(ENGLAND.first, ENGLAND.last)
ONE_DAY = timedelta(days=1)

PUBLISHED = {
    ("england-and-wales", "2026-11"): "70cfbae15cfffb0b381c57b9ac8e268e836dcf242b2f5c35d6c7a8602c78c655",
    ("northern-ireland", "2026-11"): "80d3088c640eeb753891f6c9cc0bdccd6a6340fdf00491dc7bd4a0fcd173f7ac",
    ("scotland", "2026-11"): "3bc7b3b859802df300e7d7cd81d9d46f67a4646b46c6417e7b59ab12c76822df",
}
"""The checksum of every list that was ever published; a new list is a new version, and a new line here."""


@given(calendar=CALENDARS, day=DAYS, count=st.integers(1, 600))
def test_a_number_of_working_days_on_there_are_so_many_between(calendar, day, count):
    end = calendar.working_day_after(day, count)
    if end is not None:
        assert calendar.is_working(end)
        assert calendar.count_between(next_day(day), end) == count


@given(calendar=CALENDARS, days=st.lists(DAYS, min_size=3, max_size=3).map(sorted))
def test_two_stretches_have_as_many_working_days_as_the_whole(calendar, days):
    first, middle, last = days
    parts = calendar.count_between(first, middle) + calendar.count_between(next_day(middle), last)
    assert parts == calendar.count_between(first, last)


@given(calendar=CALENDARS, day=DAYS)
def test_a_day_counts_as_one_where_it_is_worked_and_as_none_where_it_is_not(calendar, day):
    assert calendar.count_between(day, day) == int(calendar.is_working(day))


@given(calendar=CALENDARS, day=st.dates())
def test_outside_its_years_a_calendar_knows_nothing(calendar, day):
    known = calendar.first <= day <= calendar.last
    assert calendar.knows(day) is known
    if not known:
        assert calendar.working_day_after(day, 1) is None
        assert calendar.latest_day_before(day, 1) is None
        assert calendar.count_between(day, calendar.last) is None
        assert calendar.count_between(calendar.first, day) is None


def test_what_would_end_outside_the_calendar_is_not_known():
    assert ENGLAND.working_day_after(ENGLAND.last, 1) is None
    assert ENGLAND.latest_day_before(ENGLAND.first, 1) is None


def test_the_day_after_the_last_there_is_is_that_day():
    assert next_day(date(2025, 12, 31)) == date(2026, 1, 1)
    assert next_day(date.max) == date.max


@pytest.mark.parametrize(
    ("calendar", "day", "is_worked"),
    [
        (ENGLAND, date(2025, 12, 24), True),
        (ENGLAND, date(2025, 12, 25), False),
        (ENGLAND, date(2025, 12, 26), False),
        (ENGLAND, date(2025, 12, 27), False),
        (ENGLAND, date(2022, 6, 3), False),
        (ENGLAND, date(2022, 9, 19), False),
        (ENGLAND, date(2023, 5, 8), False),
        (ENGLAND, date(2025, 4, 21), False),
        (SCOTLAND, date(2025, 4, 21), True),
        (SCOTLAND, date(2025, 1, 2), False),
        (ENGLAND, date(2025, 1, 2), True),
        (NORTHERN_IRELAND, date(2024, 7, 12), False),
        (ENGLAND, date(2024, 7, 12), True),
        (NORTHERN_IRELAND, date(2025, 3, 17), False),
        (ENGLAND, date(2021, 12, 27), False),
        (ENGLAND, date(2021, 12, 28), False),
    ],
)
def test_days_that_people_remember(calendar: Calendar, day: date, is_worked: bool):
    assert calendar.is_working(day) is is_worked


def test_every_holiday_says_how_it_is_known_and_published_ones_are_neither_computed_nor_expected():
    certainties = {holiday.certainty for holiday in ENGLAND.holidays.values()}
    assert certainties == set(Certainty)
    assert ENGLAND.holidays[date(2025, 12, 25)].certainty is Certainty.PUBLISHED
    assert ENGLAND.holidays[date(1999, 12, 27)].certainty is Certainty.COMPUTED
    assert ENGLAND.holidays[date(2049, 12, 27)].certainty is Certainty.EXPECTED


def test_a_holiday_that_is_added_later_moves_no_date_that_was_promised_under_the_list_before():
    promised_on, days = date(2025, 6, 2), 10
    added = Holiday(date(2025, 6, 9), "One more", Certainty.PUBLISHED)
    later = Calendar("england-and-wales", "later", ENGLAND.first, ENGLAND.last, {**ENGLAND.holidays, added.day: added})

    promised = stored("england-and-wales", ENGLAND.version).working_day_after(promised_on, days)

    assert promised == date(2025, 6, 16)
    assert later.working_day_after(promised_on, days) == promised + ONE_DAY


def test_a_list_that_was_published_never_changes():
    lists = files("livecompact.standards") / "calendars"
    there = {(nation, version) for version in versions() for nation in NATIONS}
    checksums = {
        (nation, version): sha256((lists / version / f"{nation}.csv").read_bytes()).hexdigest()
        for nation, version in there
    }
    assert checksums == PUBLISHED


@pytest.mark.parametrize(("nation", "version"), [("france", "2026-11"), ("scotland", "1999-01")])
def test_a_calendar_that_is_not_there_is_told_with_those_that_are(nation, version):
    with pytest.raises(KeyError, match="nations: england-and-wales, scotland, northern-ireland; versions: "):
        stored(nation, version)
