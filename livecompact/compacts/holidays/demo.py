"""Invented school holidays for a demonstration: those of a common year, so that some always lie ahead."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from livecompact.compacts.holidays.actions import enter
from livecompact.compacts.models import Compact

WHERE = "hertfordshire"
YEARS = 2


def fill(*, at: datetime) -> None:
    """Enter those of this year and the next that are not over; another Compact of the site has none."""
    today = localdate(at)
    if not Compact.objects.filter(slug=WHERE).exists():
        return
    for year in range(today.year, today.year + YEARS):
        for name, first, last in _of(year):
            if last >= today:
                enter(compact=WHERE, name=f"{name} (made up)", first=first, last=last, by="Compact officer", at=at)


def _of(year: int) -> Iterator[tuple[str, date, date]]:
    yield "February half-term", *_week(date(year, 2, 14))
    yield "May half-term", *_week(date(year, 5, 25))
    yield "Summer holiday", date(year, 7, 23), date(year, 9, 1)
    yield "October half-term", *_week(date(year, 10, 25))
    yield "Christmas holiday", date(year, 12, 20), date(year + 1, 1, 2)


def _week(day: date) -> tuple[date, date]:
    """From the first Monday on or after a day to the Friday after it."""
    monday = day + timedelta(days=-day.weekday() % 7)
    return monday, monday + timedelta(days=4)
