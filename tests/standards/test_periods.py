"""How lengths of time are counted: properties that hold for every length and every day, and the rules by example."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.standards.calendar import NATIONS, Calendar, newest, next_day
from livecompact.standards.periods import DAYS_IN, MONTHS_IN, Period, Unit

ENGLAND = newest("england-and-wales")
ONE_DAY = timedelta(days=1)
HOW_MANY = pytest.mark.parametrize("examples", [100, pytest.param(10_000, marks=pytest.mark.long)])

CALENDARS = st.sampled_from([newest(nation) for nation in NATIONS])
DAYS = st.dates(date(1985, 1, 1), date(2055, 12, 31)) | st.dates() | st.sampled_from([date.min, date.max])
PERIODS = st.builds(Period, st.integers(1, 200) | st.integers(1, 10**7), st.sampled_from(Unit))


def holds(examples: int, rule: Callable[..., None], *given_by: st.SearchStrategy[object]) -> None:
    """Try a rule on so many examples."""
    hypothesis.settings(max_examples=examples)(given(*given_by)(rule))()


@HOW_MANY
def test_a_later_start_never_ends_earlier(examples):
    def rule(period: Period, day: date, later: date, calendar: Calendar) -> None:
        first, second = (period.after(start, calendar) for start in sorted([day, later]))
        assert first is None or second is None or first <= second

    holds(examples, rule, PERIODS, DAYS, DAYS, CALENDARS)


@HOW_MANY
def test_one_more_always_ends_later(examples):
    def rule(period: Period, day: date, calendar: Calendar) -> None:
        end, later = (Period(period.count + more, period.unit).after(day, calendar) for more in (0, 1))
        assert later is None or (end is not None and end < later)

    holds(examples, rule, PERIODS, DAYS, CALENDARS)


@HOW_MANY
def test_no_length_ends_before_its_least(examples):
    def rule(period: Period, day: date, calendar: Calendar) -> None:
        end = period.after(day, calendar)
        if end is None:
            return
        if period.unit in MONTHS_IN:
            months = (end.year - day.year) * 12 + end.month - day.month
            assert months == period.count * MONTHS_IN[period.unit]
            assert end.day == min(day.day, monthrange(end.year, end.month)[1])
        elif period.unit in DAYS_IN:
            assert (end - day).days == period.count * DAYS_IN[period.unit]
        else:
            assert (end - day).days >= period.count
            assert calendar.count_between(next_day(day), end) == period.count

    holds(examples, rule, PERIODS, DAYS, CALENDARS)


@HOW_MANY
def test_before_a_day_is_the_latest_day_from_which_it_is_not_after_that_day(examples):
    def rule(period: Period, day: date, calendar: Calendar) -> None:
        latest = period.before(day, calendar)
        if latest is None:
            return
        end, too_late = period.after(latest, calendar), period.after(next_day(latest), calendar)
        assert end is not None
        assert end <= day
        assert too_late is None or too_late > day

    holds(examples, rule, PERIODS, DAYS, CALENDARS)


@HOW_MANY
def test_counting_on_and_back_again_never_loses_a_day(examples):
    def rule(period: Period, day: date, calendar: Calendar) -> None:
        end = period.after(day, calendar)
        if end is not None:
            back = period.before(end, calendar)
            assert back is not None
            assert back >= day

    holds(examples, rule, PERIODS, DAYS, CALENDARS)


@HOW_MANY
def test_what_was_open_long_enough_still_is_a_day_later_and_was_not_a_day_too_short(examples):
    def rule(period: Period, opens: date, calendar: Calendar) -> None:
        end = period.after(opens, calendar)
        if end is None or period.unit is Unit.WORKING_DAYS:
            return
        closes = end - ONE_DAY
        assert period.fits_between(opens, closes, calendar)
        assert period.fits_between(opens, end, calendar)
        if closes > date.min:
            assert not period.fits_between(opens, closes - ONE_DAY, calendar)

    holds(examples, rule, PERIODS, DAYS, CALENDARS)


@HOW_MANY
def test_a_length_reads_back_as_it_is_written(examples):
    holds(examples, lambda period: None if Period.read(str(period)) == period else pytest.fail(str(period)), PERIODS)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("84 days", date(2025, 3, 3), date(2025, 5, 26)),
        ("12 weeks", date(2025, 3, 3), date(2025, 5, 26)),
        ("1 month", date(2025, 1, 31), date(2025, 2, 28)),
        ("1 month", date(2024, 1, 31), date(2024, 2, 29)),
        ("3 months", date(2025, 11, 30), date(2026, 2, 28)),
        ("3 months", date(2025, 1, 1), date(2025, 4, 1)),
        ("1 year", date(2024, 2, 29), date(2025, 2, 28)),
        ("4 years", date(2024, 2, 29), date(2028, 2, 29)),
        ("1 working day", date(2025, 12, 24), date(2025, 12, 29)),
        ("10 working days", date(2025, 12, 19), date(2026, 1, 7)),
    ],
)
def test_lengths_after_a_day(written, start, end):
    assert Period.read(written).after(start, ENGLAND) == end


@pytest.mark.parametrize(
    ("written", "end", "start"),
    [
        ("12 weeks", date(2025, 5, 26), date(2025, 3, 3)),
        ("1 month", date(2025, 2, 28), date(2025, 1, 31)),
        ("1 month", date(2025, 2, 27), date(2025, 1, 27)),
        ("2 months", date(2025, 4, 29), date(2025, 2, 28)),
        ("1 month", date(2024, 2, 28), date(2024, 1, 28)),
        ("1 year", date(2025, 2, 28), date(2024, 2, 29)),
        ("2 working days", date(2025, 12, 29), date(2025, 12, 23)),
        ("1 working day", date(2025, 3, 10), date(2025, 3, 9)),
    ],
)
def test_lengths_before_a_day(written, end, start):
    assert Period.read(written).before(end, ENGLAND) == start


def test_three_march_to_twenty_five_may_is_twelve_weeks_both_days_counted():
    twelve_weeks = Period.read("12 weeks")
    assert twelve_weeks.fits_between(date(2025, 3, 3), date(2025, 5, 25), ENGLAND)
    assert not twelve_weeks.fits_between(date(2025, 3, 3), date(2025, 5, 24), ENGLAND)


def test_working_days_open_are_counted_with_both_ends():
    five = Period.read("5 working days")
    assert five.fits_between(date(2025, 3, 3), date(2025, 3, 7), ENGLAND)
    assert not five.fits_between(date(2025, 3, 3), date(2025, 3, 6), ENGLAND)
    assert not five.fits_between(date(2025, 3, 8), date(2025, 3, 13), ENGLAND)


@pytest.mark.parametrize("unit", Unit)
def test_where_the_years_or_the_calendar_end_nothing_is_known(unit):
    assert Period(1, unit).after(date.max, ENGLAND) is None
    assert Period(1, unit).before(date.min, ENGLAND) is None
    assert Period(10**12, unit).after(date(2025, 1, 1), ENGLAND) is None
    assert Period(10**12, unit).before(date(2025, 1, 1), ENGLAND) is None
    assert Period(10**12, unit).fits_between(date(2025, 1, 1), date.max, ENGLAND) is None


@pytest.mark.parametrize(
    "text", ["", "weeks", "0 weeks", "-1 day", "1.5 months", "twelve weeks", "12  weeks", "12 Weeks"]
)
def test_what_is_no_length_is_refused_with_an_example_of_one(text):
    with pytest.raises(ValueError, match="write a whole number and a unit, such as “12 weeks”"):
        Period.read(text)


def test_one_of_a_unit_is_written_without_an_s():
    assert [str(Period(1, unit)) for unit in Unit] == ["1 day", "1 working day", "1 week", "1 month", "1 year"]


def test_only_days_and_weeks_are_always_so_many_days_and_months_and_years_so_many_months():
    assert [Period(2, unit).in_days for unit in Unit] == [2, None, 14, None, None]
    assert [Period(2, unit).in_months for unit in Unit] == [None, None, None, 2, 24]
