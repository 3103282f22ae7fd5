"""How days are counted: the one page that every working refers to, its examples counted by the program itself."""

from datetime import date

from livecompact.standards.calendar import ONE_DAY, Calendar, Certainty, newest
from livecompact.standards.periods import Period
from livecompact.standards.words.measuring import days_open
from livecompact.standards.words.saying import count_of, long_date, short_date
from livecompact.standards.words.working import NATIONS

OPENS = date(2025, 3, 3)
LETTER = date(2025, 1, 1)
MONTH_END = date(2025, 1, 31)
PUBLIC = date(2025, 3, 11)
CHRISTMAS_EVE = date(2025, 12, 24)


def how_days_are_counted(calendar: Calendar | None = None) -> list[str]:
    """The rules of counting, with an example of each in the calendar given (England and Wales where none is)."""
    used = calendar or newest("england-and-wales")
    return [*_open(used), *_ahead(used), *_months(used), *_working_days(used), *_in_doubt(used)]


def _open(calendar: Calendar) -> list[str]:
    weeks = Period.read("12 weeks")
    closes = _after(weeks, OPENS, calendar) - ONE_DAY
    days = days_open(OPENS, closes)
    return [
        "While something is open, its first day and its last day both count.",
        f"{long_date(OPENS)} to {long_date(closes)} is {count_of(days, 'day')}. That is {weeks} in full.",
    ]


def _ahead(calendar: Calendar) -> list[str]:
    weeks = Period.read("12 weeks")
    return [
        "To count days after a date, the next day is day 1. A week is 7 days.",
        f"{weeks} after {short_date(OPENS)} is {short_date(_after(weeks, OPENS, calendar))}.",
        "The last day for doing something is the whole of that day. It is late from the day after.",
    ]


def _months(calendar: Calendar) -> list[str]:
    three, one = Period.read("3 months"), Period.read("1 month")
    change = _after(three, LETTER, calendar)
    return [
        "A month runs to the same day of the next month.",
        f"A letter of {short_date(LETTER)} gives {three} for a change on {short_date(change)}.",
        "Where a month has no such day, its last day counts.",
        f"{one} after {short_date(MONTH_END)} is {short_date(_after(one, MONTH_END, calendar))}.",
    ]


def _working_days(calendar: Calendar) -> list[str]:
    one, two = Period.read("1 working day"), Period.read("2 working days")
    last = _found(two.before(PUBLIC, calendar), calendar)
    return [
        f"A working day is not a Saturday, a Sunday or a bank holiday in {NATIONS[calendar.nation]}.",
        f"{one} after {long_date(CHRISTMAS_EVE)} is {long_date(_after(one, CHRISTMAS_EVE, calendar))}.",
        f"{two} before {long_date(PUBLIC)}, the last day to act is {long_date(last)}.",
        f"Bank holidays are published up to {_published(calendar)}. Later ones are expected.",
    ]


def _in_doubt(calendar: Calendar) -> list[str]:
    safe = _after(Period.read("12 weeks"), OPENS, calendar)
    return [
        "Some counts can be read in two ways. A verdict takes the reading that is kinder to the body.",
        f"Advice takes the safer one: open on {short_date(OPENS)}, close on {short_date(safe)} or later.",
        "Each date is a day in the United Kingdom, in summer time or not.",
    ]


def _published(calendar: Calendar) -> int:
    """The last year whose bank holidays the government has published."""
    published = [day.year for day, holiday in calendar.holidays.items() if holiday.certainty is Certainty.PUBLISHED]
    return max(published, default=calendar.first.year)


def _after(period: Period, day: date, calendar: Calendar) -> date:
    return _found(period.after(day, calendar), calendar)


def _found(day: date | None, calendar: Calendar) -> date:
    """A day counted from one that every calendar covers."""
    if day is None:
        raise LookupError(f"the calendar of {calendar.nation} does not cover the examples of counting")
    return day
