"""Date phrases as queries: periods.py once more, in SQL.

DuckDB's dates reach further than Python's. What lies outside the years 1 to 9999, or outside the years of the
calendar, is not known here as there: NULL.
"""

from datetime import date, timedelta

from livecompact.standards.bulk.calendars import Worked
from livecompact.standards.bulk.quoting import literal
from livecompact.standards.periods import MONTHS_IN, Period, Unit

MOST_DAYS = (date.max - date.min).days
MOST_MONTHS = (date.max.year - date.min.year + 1) * 12 - 1


def after(period: Period, day: str, worked: Worked) -> str:
    """The day that lies a period after a day, as `Period.after` gives it."""
    if period.unit is Unit.WORKING_DAYS:
        return worked.day_after(day, period.count)
    if (days := period.in_days) is not None:
        return _days_after(day, days)
    return _months_after(day, period.count * MONTHS_IN[period.unit])


def before(period: Period, day: str, worked: Worked) -> str:
    """The latest day from which a period is not after a day, as `Period.before` gives it."""
    if period.unit is Unit.WORKING_DAYS:
        return worked.latest_day_before(day, period.count)
    if (days := period.in_days) is not None:
        return _days_before(day, days)
    return _months_before(day, period.count * MONTHS_IN[period.unit])


def fits_between(period: Period, opens: str, closes: str, worked: Worked) -> str:
    """Whether something open from one day to another was open so long, as `Period.fits_between` tells it."""
    if period.unit is Unit.WORKING_DAYS:
        return f"({worked.count_between(opens, closes)} >= {period.count})"
    return f"({closes} >= {after(period, opens, worked)} - 1)"


def next_day(day: str) -> str:
    """The day after, or the last that there is: `calendar.next_day` once more."""
    return f"(CASE WHEN {day} < {literal(date.max)} THEN {day} + 1 ELSE {day} END)"


def _days_after(day: str, days: int) -> str:
    if days > MOST_DAYS:
        return "NULL::DATE"
    return f"(CASE WHEN {day} <= {literal(date.max - timedelta(days=days))} THEN {day} + {days} END)"


def _days_before(day: str, days: int) -> str:
    if days > MOST_DAYS:
        return "NULL::DATE"
    return f"(CASE WHEN {day} >= {literal(date.min + timedelta(days=days))} THEN {day} - {days} END)"


def _months_after(day: str, months: int) -> str:
    """The same day of the month so many months on, or that month's last day: so DuckDB adds months, too."""
    if months > MOST_MONTHS:
        return "NULL::DATE"
    return f"(CASE WHEN {day} < {literal(_first_of(MOST_MONTHS - months + 1))} THEN {_plus_months(day, months)} END)"


def _months_before(day: str, months: int) -> str:
    """The latest day that lies so many months before: from the last day of a month, the last day."""
    if months > MOST_MONTHS:
        return "NULL::DATE"
    same = _plus_months(day, -months)
    return (
        f"(CASE WHEN {day} < {literal(_first_of(months))} THEN NULL"
        f" WHEN {day} = last_day({day}) THEN last_day({same}) ELSE {same} END)"
    )


def _plus_months(day: str, months: int) -> str:
    return f"CAST({day} + to_months({months}) AS DATE)"


def _first_of(month: int) -> date:
    """The first day of a month, where the first month there is has the number 0."""
    year, month = divmod(month, 12)
    return date(year + 1, month + 1, 1)
