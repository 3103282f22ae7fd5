"""Dates as people write them, read as civil dates of Europe/London."""

import re
from calendar import day_name, month_name
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum

from livecompact.files.unreadable import CannotReadCell

YEARS = range(1900, 2101)
WINDOW_WITHOUT_TODAY = 1970
AHEAD = 29
"""How many years of a two-digit year's hundred lie after this one."""

MONTHS = tuple(name.lower() for name in month_name[1:])
DAYS = tuple(name.lower() for name in day_name)
FIRST_DAY_NUMBER, LAST_DAY_NUMBER = 25_569, 73_415
"""Spreadsheet day numbers are read from 1 January 1970 to the end of 2100."""
DAY_ZERO = date(1899, 12, 30)

NOT_A_DATE = "We cannot read this as a date."
NO_SUCH_DAY = "There is no such day."
NO_DAY = "It names no day."
ODD_YEAR = f"The year is not between {YEARS.start} and {YEARS.stop - 1}."
WRONG_WEEKDAY = "The day of the week is not that of the date."
NO_SUCH_TIME = "There is no such time of day."
WRITE = "Write the day, month and year, such as 2025-03-31 or 31/03/2025."
CHECK = "Check the date; write it such as 2025-03-31 or 31/03/2025."

TIME = (
    r"(?:(?:\s*T\s*|\s*,?\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]m)?"
    r"\s*(?P<zone>Z|UTC|GMT|BST|[+-]\d{2}:?(?:\d{2})?)?)?"
)
WEEKDAY = rf"(?:(?P<weekday>{'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in DAYS)}|tues|weds|thur|thurs)\.?,?\s+)?"
MONTH = rf"(?P<month>{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)}|sept)\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4}|['’]?\d{2})"
BETWEEN = r"(?:\s*[-/.,]\s*|\s+)"

YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){TIME}", re.IGNORECASE)
TOGETHER = re.compile(rf"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d){TIME}", re.IGNORECASE)
NUMERIC = re.compile(
    rf"{WEEKDAY}(?P<first>\d{{1,2}})(?P<mark>\s*[-/.]\s*|\s+)(?P<second_number>\d{{1,2}})(?P=mark){YEAR}{TIME}",
    re.IGNORECASE,
)
DAY_AND_NAME = re.compile(
    rf"{WEEKDAY}{DAY}(?:{BETWEEN}|\s*)(?:of\s+)?{MONTH}(?:{BETWEEN}|\s*){YEAR}{TIME}", re.IGNORECASE
)
NAME_AND_DAY = re.compile(rf"{WEEKDAY}{MONTH}\s*{DAY},?\s+{YEAR}{TIME}", re.IGNORECASE)
DAY_NUMBER = re.compile(r"(?P<number>\d{5})(?:\.\d+)?")
MONTH_ALONE = re.compile(rf"{MONTH}{BETWEEN}{YEAR}|\d{{1,2}}[-/.]\d{{4}}|\d{{4}}[-/.]\d{{1,2}}|\d{{4}}", re.IGNORECASE)


class Order(StrEnum):
    """Which number comes first in a date such as 03/04/2025."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


OTHER_WAY_ROUND = {
    Order.DAY_FIRST: "The month is first here; the rest of the column has the day first.",
    Order.MONTH_FIRST: "The day is first here; the rest of the column has the month first.",
}


def read_date(text: str, order: Order = Order.DAY_FIRST, century: int = WINDOW_WITHOUT_TODAY) -> date:
    """The date that a text says; CannotReadCell tells what is wrong and what would be right.

    A two-digit year lies in the hundred years from `century`. A time with a zone is turned to the day in London.

    >>> read_date("Monday 3rd March 2025"), read_date("3/3/25"), read_date("2025-06-30T23:30:00Z")
    (datetime.date(2025, 3, 3), datetime.date(2025, 3, 3), datetime.date(2025, 7, 1))
    """
    text = " ".join(text.split())
    if found := NUMERIC.fullmatch(text):
        day, month = found["first"], found["second_number"]
        return _day(found, month, day, century) if order is Order.MONTH_FIRST else _day(found, day, month, century)
    for form in (YEAR_FIRST, TOGETHER, DAY_AND_NAME, NAME_AND_DAY):
        if found := form.fullmatch(text):
            return _day(found, found["day"], found["month"], century)
    if (found := DAY_NUMBER.fullmatch(text)) and FIRST_DAY_NUMBER <= int(found["number"]) <= LAST_DAY_NUMBER:
        return DAY_ZERO + timedelta(days=int(found["number"]))
    if MONTH_ALONE.fullmatch(text):
        raise CannotReadCell(NO_DAY, WRITE)
    raise CannotReadCell(NOT_A_DATE, WRITE)


def century_from(today: date | None) -> int:
    """The first year of the hundred in which a two-digit year lies: up to 29 years after today's.

    >>> century_from(date(2026, 11, 22)), century_from(None)
    (1956, 1970)
    """
    return WINDOW_WITHOUT_TODAY if today is None else today.year + AHEAD - 99


def orders_possible(text: str, century: int = WINDOW_WITHOUT_TODAY) -> frozenset[Order]:
    """The orders in which a date of numbers only can be read; none where it is written in another way.

    >>> orders_possible("31/03/2025"), len(orders_possible("03/04/2025")), len(orders_possible("3 May 2025"))
    (frozenset({<Order.DAY_FIRST: 'day first'>}), 2, 0)
    """
    if not NUMERIC.fullmatch(" ".join(text.split())):
        return frozenset()
    return frozenset(order for order in Order if _reads(text, order, century))


def _reads(text: str, order: Order, century: int) -> bool:
    try:
        read_date(text, order, century)
    except CannotReadCell:
        return False
    return True


def _day(found: re.Match[str], day: str, month: str, century: int) -> date:
    """The day that the parts of a match make."""
    year = _year(found["year"], century)
    if year not in YEARS:
        raise CannotReadCell(ODD_YEAR, CHECK)
    try:
        civil = date(year, _month(month), int(day))
    except ValueError as error:
        raise CannotReadCell(NO_SUCH_DAY, CHECK) from error
    if weekday := found.groupdict().get("weekday"):
        _same_weekday(civil, weekday)
    return _in_london(civil, found) if found["hour"] else civil


def _year(text: str, century: int) -> int:
    number = int(text.strip("'’"))
    return number if len(text) == len("2025") else century + (number - century) % 100


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return [name[:3] for name in MONTHS].index(text[:3].lower()) + 1


def _same_weekday(civil: date, said: str) -> None:
    if not DAYS[civil.weekday()].startswith(said[:3].lower()):
        raise CannotReadCell(WRONG_WEEKDAY, CHECK)


def _in_london(civil: date, found: re.Match[str]) -> date:
    """The day in London at a time: of the zone it names, or else London's own."""
    try:
        zone = _zone(found["zone"])
        hour = _hour(int(found["hour"]), found["half"])
        at = time(hour, int(found["minute"]), int(found["second"] or 0), tzinfo=zone or UTC)
    except ValueError as error:
        raise CannotReadCell(NO_SUCH_TIME, CHECK) from error
    if zone is None:
        return civil
    universal = datetime.combine(civil, at).astimezone(UTC)
    return (universal + timedelta(hours=is_summer_time(universal))).date()


def _hour(hour: int, half: str | None) -> int:
    """An hour of the day by the 24-hour clock; ValueError where it is said by both clocks at once."""
    if not half:
        return hour
    if hour not in range(1, 13):
        raise ValueError(f"{hour} {half}")
    return hour % 12 + (12 if half.lower() == "pm" else 0)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    if text.upper() == "BST":
        return timezone(timedelta(hours=1))
    digits = text[1:].replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-ahead if text[0] == "-" else ahead)


def is_summer_time(universal: datetime) -> bool:
    """Whether clocks in London stand an hour ahead, by the rule in force since 1996.

    From 1 o'clock on the last Sunday of March to 1 o'clock on the last Sunday of October, in universal time.

    >>> is_summer_time(datetime(2025, 3, 30, 0, 59, tzinfo=UTC)), is_summer_time(datetime(2025, 3, 30, 1, tzinfo=UTC))
    (False, True)
    """
    return _last_sunday(universal.year, 3) <= universal < _last_sunday(universal.year, 10)


def _last_sunday(year: int, month: int) -> datetime:
    last = date(year, month, 31)
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    return datetime(sunday.year, sunday.month, sunday.day, 1, tzinfo=UTC)
