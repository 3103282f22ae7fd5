"""Lengths of time, and how days are counted.

The rules: N days after D is D + N; a week is 7 days; N months after D is the same day of that month, or its last day;
N working days after D is the N-th working day later than D; N … before D is the latest day from which N … is not
after D. Something open from A to B counts both days.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from livecompact.standards.calendar import ONE_DAY, Calendar


class Unit(StrEnum):
    """What a period is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


DAYS_IN = {Unit.DAYS: 1, Unit.WEEKS: 7}
MONTHS_IN = {Unit.MONTHS: 1, Unit.YEARS: 12}
WRITTEN = re.compile(r"(?P<count>[1-9]\d*) (?P<unit>(?:day|working day|week|month|year)s?)")


@dataclass(frozen=True)
class Period:
    """A length of time, such as 12 weeks.

    >>> str(Period.read("1 working day")), Period.read("12 weeks").in_days
    ('1 working day', 84)
    """

    count: int
    unit: Unit

    @classmethod
    def read(cls, text: str) -> "Period":
        """The period that a text says, such as "12 weeks"; ValueError says what would be right."""
        found = WRITTEN.fullmatch(text.strip())
        if not found:
            raise ValueError(f"“{text}” is not a period; write a whole number and a unit, such as “12 weeks”")
        unit = found["unit"] if found["unit"].endswith("s") else found["unit"] + "s"
        return cls(int(found["count"]), Unit(unit))

    def __str__(self) -> str:
        unit = self.unit.value if self.count != 1 else self.unit.value.removesuffix("s")
        return f"{self.count} {unit}"

    @property
    def in_days(self) -> int | None:
        """How many days it is, where that does not depend on the month or on holidays."""
        return self.count * DAYS_IN[self.unit] if self.unit in DAYS_IN else None

    @property
    def in_months(self) -> int | None:
        """How many months it is, where it is counted in months or years."""
        return self.count * MONTHS_IN[self.unit] if self.unit in MONTHS_IN else None

    def after(self, day: date, calendar: Calendar) -> date | None:
        """The day that lies this period after a day; None where the calendar does not reach.

        >>> from livecompact.standards.calendar import newest
        >>> Period.read("3 months").after(date(2025, 11, 30), newest("england-and-wales"))
        datetime.date(2026, 2, 28)
        """
        if self.unit is Unit.WORKING_DAYS:
            return calendar.working_day_after(day, self.count)
        if (days := self.in_days) is not None:
            return _days_from(day, days)
        return _months_from(day, self.count * MONTHS_IN[self.unit])

    def before(self, day: date, calendar: Calendar) -> date | None:
        """The latest day from which this period is not after a day; None where the calendar does not reach.

        >>> from livecompact.standards.calendar import newest
        >>> Period.read("1 month").before(date(2025, 2, 28), newest("england-and-wales"))
        datetime.date(2025, 1, 31)
        """
        if self.unit is Unit.WORKING_DAYS:
            return calendar.latest_day_before(day, self.count)
        if (days := self.in_days) is not None:
            return _days_from(day, -days)
        return _months_before(day, self.count * MONTHS_IN[self.unit])

    def fits_between(self, opens: date, closes: date, calendar: Calendar) -> bool | None:
        """Whether something open from one day to another, both counted, was open at least this long."""
        if self.unit is Unit.WORKING_DAYS:
            counted = calendar.count_between(opens, closes)
            return None if counted is None else counted >= self.count
        enough = self.after(opens, calendar)
        return None if enough is None else closes >= enough - ONE_DAY


def _days_from(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _months_from(day: date, months: int) -> date | None:
    """The same day of the month so many months on, or that month's last day."""
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _months_before(day: date, months: int) -> date | None:
    """The latest day that lies so many months before: from the last day of a month, the last day."""
    same = _months_from(day, -months)
    if same is None or day.day < monthrange(day.year, day.month)[1]:
        return same
    return same.replace(day=monthrange(same.year, same.month)[1])
