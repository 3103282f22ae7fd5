import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.files.cells import dates
from livecompact.files.cells.dates import Order, century_from, is_summer_time, orders_possible, read_date
from livecompact.files.unreadable import CannotReadCell

THIRD_OF_MARCH = date(2025, 3, 3)
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))
SPELLINGS = {
    "iso": "{d:%Y-%m-%d}",
    "iso with slashes": "{d:%Y/%m/%d}",
    "together": "{d:%Y%m%d}",
    "midnight, with a T": "{d:%Y-%m-%d}T00:00:00",
    "midnight, with seconds and their parts": "{d:%Y-%m-%d} 00:00:00.000",
    "universal midnight": "{d:%Y-%m-%d}T00:00:00Z",
    "universal midnight, as an offset": "{d:%Y-%m-%d}T00:00:00+00:00",
    "with slashes": "{d:%d/%m/%Y}",
    "without noughts": "{d.day}/{d.month}/{d.year}",
    "with two digits for the year": "{d:%d/%m/%y}",
    "with dots": "{d:%d.%m.%Y}",
    "with dashes": "{d:%d-%m-%Y}",
    "with spaces": "{d:%d %m %Y}",
    "with a time": "{d:%d/%m/%Y} 00:00",
    "with an afternoon": "{d:%d/%m/%Y} 5:00 pm",
    "in words": "{d.day} {d:%B} {d.year}",
    "in short words": "{d.day} {d:%b} {d:%y}",
    "as spreadsheets shorten it": "{d:%d-%b-%y}",
    "in capitals": "{d:%d-%b-%Y}",
    "with its weekday": "{d:%A} {d.day} {d:%B} {d.year}",
    "with its weekday and commas": "{d:%a}, {d.day} {d:%b}, {d.year}",
    "month named first": "{d:%B} {d.day}, {d.year}",
    "run together": "{d.day}{d:%b}{d.year}",
}


def ordinal(day: int) -> str:
    ending = "th" if day in range(11, 14) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
@given(day=DAYS)
def test_a_day_is_read_in_every_spelling(spelling, day):
    assert read_date(spelling.format(d=day)) == day


@given(day=DAYS)
def test_a_day_is_read_with_its_ordinal(day):
    assert read_date(f"{day:%A} {ordinal(day.day)} of {day:%B} {day.year}") == day


@given(day=DAYS)
def test_case_and_spaces_are_no_matter(day):
    assert read_date(f"  {day.day}   {day:%B} {day.year} ".upper()) == day


@given(day=DAYS)
def test_a_day_is_read_month_first_where_the_column_says_so(day):
    assert read_date(f"{day:%m/%d/%Y}", Order.MONTH_FIRST) == day


@given(day=DAYS)
def test_the_day_number_of_a_spreadsheet_is_read(day):
    number = (day - date(1899, 12, 30)).days

    assert read_date(str(number)) == read_date(f"{number}.0") == day


def test_numbers_that_are_no_day_of_our_time_are_not_dates():
    assert read_date("25569") == date(1970, 1, 1)
    assert read_date("73415") == date(2100, 12, 31)
    for number in ("25568", "73416", "1200", "123456"):
        with pytest.raises(CannotReadCell):
            read_date(number)


@given(moment=st.datetimes(datetime(1996, 1, 1), datetime(2035, 12, 31)), minutes=st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001
def test_a_time_with_a_zone_is_the_day_in_london(moment, minutes):
    sign, ahead = ("-" if minutes < 0 else "+"), abs(minutes)
    text = f"{moment:%Y-%m-%dT%H:%M:%S}{sign}{ahead // 60:02}:{ahead % 60:02}"
    universal = (moment - timedelta(minutes=minutes)).replace(tzinfo=UTC)

    assert read_date(text) == universal.astimezone(ZoneInfo("Europe/London")).date()


@given(moment=st.datetimes(datetime(1996, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001
def test_summer_time_is_that_of_london(moment):
    ahead = moment.astimezone(ZoneInfo("Europe/London")).utcoffset()

    assert is_summer_time(moment) == (ahead == timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-06-30T23:30:00Z", date(2025, 7, 1)),  # half past midnight in London
        ("2025-06-30T23:30:00", date(2025, 6, 30)),  # no zone: London's own time
        ("2025-12-31T23:30:00Z", date(2025, 12, 31)),
        ("2025-07-01T00:30:00+01:00", date(2025, 7, 1)),
        ("2025-07-01T00:30:00+02:00", date(2025, 6, 30)),
        ("01/07/2025 00:30 BST", date(2025, 7, 1)),
        ("30/06/2025 23:30 GMT", date(2025, 7, 1)),
        ("30/06/2025 12:00 am", date(2025, 6, 30)),
    ],
)
def test_a_time_is_turned_to_its_civil_day(text, day):
    assert read_date(text) == day


def test_a_two_digit_year_lies_up_to_twenty_nine_years_ahead():
    century = century_from(date(2026, 11, 22))

    assert read_date("1/1/55", century=century) == date(2055, 1, 1)
    assert read_date("1/1/56", century=century) == date(1956, 1, 1)


def test_without_a_day_of_asking_two_digit_years_are_1970_to_2069():
    assert read_date("1/1/69") == date(2069, 1, 1)
    assert read_date("1/1/70") == date(1970, 1, 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31/02/2026", dates.NO_SUCH_DAY),
        ("2025-02-29", dates.NO_SUCH_DAY),
        ("31 June 2025", dates.NO_SUCH_DAY),
        ("03/25/2025", dates.NO_SUCH_DAY),
        ("03/03/0205", dates.ODD_YEAR),
        ("2205-03-03", dates.ODD_YEAR),
        ("Tuesday 3 March 2025", dates.WRONG_WEEKDAY),
        ("2025-03-03T25:00:00", dates.NO_SUCH_TIME),
        ("03/03/2025 13:00 pm", dates.NO_SUCH_TIME),
        ("2025-03-03T10:00:00+99:00", dates.NO_SUCH_TIME),
        ("March 2025", dates.NO_DAY),
        ("03/2025", dates.NO_DAY),
        ("2025", dates.NO_DAY),
        ("next spring", dates.NOT_A_DATE),
        ("2025/26", dates.NO_DAY),
        ("3/4", dates.NOT_A_DATE),
        ("03-04/2025", dates.NOT_A_DATE),
        ("3 March 2025 to 4 April 2025", dates.NOT_A_DATE),
        ("٣/٣/٢٠٢٥٠", dates.NOT_A_DATE),
    ],
)
def test_what_is_no_date_is_told_by_its_cause(text, says):
    with pytest.raises(CannotReadCell) as told:
        read_date(text)

    assert told.value.says == says
    assert re.search(r"2025-03-31", told.value.mend)


@given(st.text(max_size=30))
def test_any_text_is_a_date_of_our_time_or_told(text):
    with suppress(CannotReadCell):
        assert 1900 <= read_date(text).year <= 2100


@given(day=DAYS)
def test_both_orders_are_possible_only_where_both_numbers_could_be_months(day):
    possible = orders_possible(f"{day:%d/%m/%Y}")

    assert Order.DAY_FIRST in possible
    assert (Order.MONTH_FIRST in possible) == (day.day <= 12)
