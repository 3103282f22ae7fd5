"""Days, months and years: which of them make up the time from one day to another, so that few sums tell of it."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

A_DAY = timedelta(days=1)
MONTHS = 12


class Span(StrEnum):
    """How long the time is of which a sum tells."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"

    def start(self, day: date) -> date:
        """The first day of the one in which a day is.

        >>> Span.MONTH.start(date(2026, 11, 23))
        datetime.date(2026, 11, 1)
        """
        if self is Span.DAY:
            return day
        return day.replace(month=day.month if self is Span.MONTH else 1, day=1)


@dataclass(frozen=True)
class Stretch:
    """Days, months or years in a row: the first day of the first one, and the first day of the last one."""

    span: Span
    first: date
    last: date


def stretches(since: date, until: date) -> Iterator[Stretch]:
    """Whole years, and the months and days around them, that make up the time between two days, these days too.

    >>> for each in stretches(date(2024, 11, 29), date(2026, 2, 2)):
    ...     print(each.span, each.first, each.last)
    day 2024-11-29 2024-11-30
    month 2024-12-01 2024-12-01
    year 2025-01-01 2025-01-01
    month 2026-01-01 2026-01-01
    day 2026-02-01 2026-02-02
    """
    begin, end = _month(since) + (since.day > 1), _month(until) + _ends_month(until)
    if begin >= end:
        yield from _days(since, until)
        return
    yield from _days(since, _first(begin) - A_DAY if since.day > 1 else None)
    yield from _months(begin, end)
    yield from _days(None if _ends_month(until) else until.replace(day=1), until)


def _months(begin: int, end: int) -> Iterator[Stretch]:
    """Whole months, from one up to but not another, those of whole years as years."""
    start, stop = -(-begin // MONTHS), end // MONTHS
    if start >= stop:
        yield from _in_a_row(Span.MONTH, begin, end)
        return
    yield from _in_a_row(Span.MONTH, begin, start * MONTHS)
    yield Stretch(Span.YEAR, date(start, 1, 1), date(stop - 1, 1, 1))
    yield from _in_a_row(Span.MONTH, stop * MONTHS, end)


def _in_a_row(span: Span, begin: int, end: int) -> Iterator[Stretch]:
    if begin < end:
        yield Stretch(span, _first(begin), _first(end - 1))


def _days(first: date | None, last: date | None) -> Iterator[Stretch]:
    if first and last and first <= last:
        yield Stretch(Span.DAY, first, last)


def _month(day: date) -> int:
    """The number of a month; twelve of them are a year."""
    return day.year * MONTHS + day.month - 1


def _first(month: int) -> date:
    return date(month // MONTHS, month % MONTHS + 1, 1)


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
