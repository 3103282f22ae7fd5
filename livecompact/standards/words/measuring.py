"""How long it is from one day to another, in the unit that a reader compares with."""

from datetime import date

from livecompact.standards.calendar import ONE_DAY, Calendar, next_day
from livecompact.standards.periods import Period, Unit
from livecompact.standards.words.saying import count_of

LONG = 100
"""From so many days on, a span that is compared with months is said in months."""


def days_open(opens: date, closes: date) -> int:
    """How many days something was open, both counted.

    >>> days_open(date(2025, 3, 3), date(2025, 5, 25))
    84
    """
    return (closes - opens).days + 1


def span(first: date, last: date, period: Period | None, calendar: Calendar) -> str:
    """How long it is from one day to a later one: "62 days", "3 months", "2 working days".

    >>> from livecompact.standards.calendar import newest
    >>> span(date(2025, 1, 1), date(2025, 4, 1), Period(3, Unit.MONTHS), newest("scotland"))
    '3 months'
    """
    if period and period.unit is Unit.WORKING_DAYS:
        counted = calendar.count_between(first + ONE_DAY, last)
        return count_of((last - first).days, "day") if counted is None else count_of(counted, "working day")
    days = (last - first).days
    months = _whole_months(first, last, calendar)
    if period is None or period.in_months is None or not months:
        return count_of(days, "day")
    left = (last - _months_on(first, months, calendar)).days
    if left and days < LONG:
        return count_of(days, "day")
    return count_of(months, "month") + (f" and {count_of(left, 'day')}" if left else "")


def open_for(opens: date, closes: date, period: Period, calendar: Calendar) -> str:
    """How long something was open, both days counted, in the unit asked for; a number of weeks in days."""
    if period.unit is Unit.WORKING_DAYS and (counted := calendar.count_between(opens, closes)) is not None:
        return count_of(counted, "working day")
    if period.in_months is not None and opens <= closes:
        return span(opens, next_day(closes), period, calendar)
    return count_of(max(days_open(opens, closes), 0), "day")


def is_cut_short(day: date, period: Period | None, calendar: Calendar) -> bool:
    """Whether so many months after a day is a month's last day only because that month has no such day."""
    if period is None or period.in_months is None:
        return False
    end = period.after(day, calendar)
    return end is not None and end.day < day.day


def _whole_months(first: date, last: date, calendar: Calendar) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if months < 1 or _months_on(first, months, calendar) <= last else months - 1


def _months_on(day: date, months: int, calendar: Calendar) -> date:
    return Period(months, Unit.MONTHS).after(day, calendar) or date.max
