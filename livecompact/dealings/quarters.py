"""Quarters of a year: the one of a day, and those that are over."""

from datetime import date, timedelta

MONTHS = 3
A_DAY = timedelta(days=1)


def start_of(day: date) -> date:
    """The first day of the quarter of a day.

    >>> start_of(date(2026, 11, 22))
    datetime.date(2026, 10, 1)
    """
    return date(day.year, day.month - (day.month - 1) % MONTHS, 1)


def end_of(day: date) -> date:
    """The last day of the quarter of a day.

    >>> end_of(date(2026, 11, 22))
    datetime.date(2026, 12, 31)
    """
    start = start_of(day)
    years, month = divmod(start.month - 1 + MONTHS, 12)
    return date(start.year + years, month + 1, 1) - A_DAY


def ends_before(today: date, at_most: int) -> tuple[date, ...]:
    """The last days of the newest quarters that are over, the newest first."""
    found = []
    day = start_of(today) - A_DAY
    for _each in range(at_most):
        found.append(day)
        day = start_of(day) - A_DAY
    return tuple(found)
