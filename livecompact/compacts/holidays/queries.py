"""The school holidays of a Compact's area."""

from dataclasses import dataclass
from datetime import date

from livecompact.compacts.models import SchoolHoliday
from livecompact.standards.words import date_range

MOST = 60
"""So many are kept for a Compact, ten years of six; our own number."""


@dataclass(frozen=True)
class Break:
    """Days without school, both counted."""

    name: str
    first: date
    last: date

    @property
    def days(self) -> str:
        """Its days in words, such as "3 to 7 August 2026"."""
        return date_range(self.first, self.last)

    def within(self, first: date, last: date) -> bool:
        """Whether some of it lies from one day to another."""
        return self.first <= last and first <= self.last


@dataclass(frozen=True)
class Listed:
    """One of the list that an officer changes, with the number that it goes by."""

    pk: int
    of: Break


def school_holidays(actor: object, compact: str) -> tuple[Break, ...]:
    """Those of a Compact, the earliest first; () where nobody entered any. One query."""
    return tuple(each.of for each in listed(actor, compact))


def listed(actor: object, compact: str) -> tuple[Listed, ...]:  # noqa: ARG001 (what a Compact says of its area is for everyone)
    """The same, each with its number."""
    rows = SchoolHoliday.objects.filter(compact_id=compact)
    return tuple(Listed(each.pk, Break(each.name, each.first, each.last)) for each in rows[:MOST])
