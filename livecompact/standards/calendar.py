"""Working days: which days are worked in each nation, from stored lists of bank holidays.

A list is never changed once it is published here; a newer one is a new version beside it, so that a date which was
promised under one list can always be counted again with that list.
"""

import csv
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

NATIONS = ("england-and-wales", "scotland", "northern-ireland")
ONE_DAY = timedelta(days=1)
WEEKEND = (5, 6)
"""Saturday and Sunday, as `date.weekday` numbers them."""


class Certainty(StrEnum):
    """How we know a bank holiday: published by the government, computed for the past, or expected later on."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    EXPECTED = "expected"


@dataclass(frozen=True)
class Holiday:
    """One bank holiday: its day, its name, and how we know it."""

    day: date
    name: str
    certainty: Certainty


@dataclass(frozen=True, eq=False)
class Calendar:
    """The working days of one nation from `first` to `last`; outside them nothing is known and None is given.

    >>> newest("england-and-wales").working_day_after(date(2025, 12, 24), 1)
    datetime.date(2025, 12, 29)
    """

    nation: str
    version: str
    first: date
    last: date
    holidays: Mapping[date, Holiday] = field(repr=False)

    def is_working(self, day: date) -> bool:
        """Whether a day is worked: not a Saturday, a Sunday or a bank holiday."""
        return day.weekday() not in WEEKEND and day not in self.holidays

    @cached_property
    def working_days(self) -> tuple[date, ...]:
        """Every working day of the calendar, in order."""
        days = (self.last - self.first).days + 1
        return tuple(day for n in range(days) if self.is_working(day := self.first + timedelta(days=n)))

    def knows(self, day: date) -> bool:
        """Whether a day lies in the years that the calendar covers."""
        return self.first <= day <= self.last

    def working_day_after(self, day: date, count: int) -> date | None:
        """The `count`-th working day later than a day."""
        place = bisect_right(self.working_days, day) + count - 1
        return self.working_days[place] if self.knows(day) and place < len(self.working_days) else None

    def latest_day_before(self, day: date, count: int) -> date | None:
        """The latest day from which `count` working days later is not after `day`.

        >>> newest("england-and-wales").latest_day_before(date(2025, 3, 10), 1)  # a Monday
        datetime.date(2025, 3, 9)
        """
        place = bisect_right(self.working_days, day) - count
        return self.working_days[place] - ONE_DAY if self.knows(day) and place >= 0 else None

    def count_between(self, first: date, last: date) -> int | None:
        """How many working days there are from `first` to `last`, both counted."""
        if not (self.knows(first) and self.knows(last)):
            return None
        return bisect_right(self.working_days, last) - bisect_left(self.working_days, first)


def next_day(day: date) -> date:
    """The day after; the last day there is stands for the one after it."""
    return day + ONE_DAY if day < date.max else day


def versions() -> list[str]:
    """The versions of the stored lists, oldest first; a version is the month in which it was made."""
    return sorted(folder.name for folder in _stored().iterdir() if folder.is_dir())


@cache
def stored(nation: str, version: str) -> Calendar:
    """The calendar of one nation in one version; KeyError names the ones there are."""
    file = _stored() / version / f"{nation}.csv"
    if nation not in NATIONS or not file.is_file():
        raise KeyError(f"no calendar {nation!r} of {version!r}; nations: {', '.join(NATIONS)}; versions: {versions()}")
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    holidays = [Holiday(date.fromisoformat(r["day"]), r["name"], Certainty(r["certainty"])) for r in rows]
    years = {holiday.day.year for holiday in holidays}
    return Calendar(
        nation=nation,
        version=version,
        first=date(min(years), 1, 1),
        last=date(max(years), 12, 31),
        holidays={holiday.day: holiday for holiday in holidays},
    )


def newest(nation: str) -> Calendar:
    """The newest calendar of a nation."""
    return stored(nation, versions()[-1])


def _stored() -> Traversable:
    return files("livecompact.standards") / "calendars"
