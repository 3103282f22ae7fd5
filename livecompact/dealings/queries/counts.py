"""How many checks were kept, on any day and for any period: one query, with the day as its parameter.

The unit is the check: one standard on one dealing under one Compact. A check counts on the day on which it settles.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Standing
from livecompact.dealings.queries.days import shown_on
from livecompact.dealings.queries.sums import added, sums, within
from livecompact.dealings.spans import A_DAY, Stretch
from livecompact.dealings.standings import Shown


@dataclass(frozen=True)
class Counts:
    """How checks stand. `judged` are those that are one of kept, explained or not kept."""

    kept: int = 0
    explained: int = 0
    not_kept: int = 0
    waiting: int = 0
    disagree: int = 0
    no_evidence: int = 0

    @classmethod
    def of(cls, shown: Mapping[Shown, int]) -> "Counts":
        """The counts of what is shown so often; what is not due yet is left out."""
        return cls(**{_name(each): count for each, count in shown.items() if each is not Shown.NOT_YET_DUE})

    @property
    def judged(self) -> int:
        """Kept, explained and not kept together."""
        return self.kept + self.explained + self.not_kept

    @property
    def well(self) -> int:
        """Kept, or explained as the promise allows."""
        return self.kept + self.explained

    @property
    def settled(self) -> int:
        """Every check whose day has come."""
        return self.judged + self.waiting + self.disagree + self.no_evidence


@dataclass(frozen=True)
class Tallies:
    """The counts of the last year, and of each calendar year, newest first."""

    last_year: Counts
    years: tuple[tuple[int, Counts], ...]


def counts(actor: object, compact: Published, on: date, since: date, undertaking: str = "") -> Counts:  # noqa: ARG001 (counts are of what is public)
    """How the checks that settled from one day to another stand on the last of them. One query."""
    return counted(_public(compact, on, within(since, on), undertaking, "shown"), "many")


def counts_of(actor: object, compact: Published, on: date, since: date, organisation: str) -> Counts:  # noqa: ARG001 (as above)
    """How the public checks of one organisation stand that settled from one day to another. One query.

    They are counted one by one: the sums do not tell organisations apart.
    """
    rows = Standing.objects.filter(compact__slug=compact.id, is_public=True, counts_on__range=(since, on))
    rows = rows.filter(dealing__organisation__slug=organisation).order_by().annotate(shown=shown_on(on))
    said = rows.values("shown").annotate(many=Count("pk"))
    return counted((row for row in said if row["shown"] != Shown.NOT_YET_DUE), "many")


def tallies(actor: object, compact: Published, on: date, since: date, undertaking: str = "") -> Tallies:  # noqa: ARG001 (as above)
    """How checks stand on a day, year by year, and those that settled since another day. One query.

    The sums are those of the time before that day and of the time from it on, so that each is on one side of it.
    """
    since = max(since, date.min + A_DAY)
    both = within(date.min, min(since - A_DAY, on)) + within(since, on)
    rows = list(_public(compact, on, both, undertaking, "starts_on", "shown"))
    years = sorted({row["starts_on"].year for row in rows}, reverse=True)
    return Tallies(
        counted((row for row in rows if row["starts_on"] >= since), "many"),
        tuple((year, counted((row for row in rows if row["starts_on"].year == year), "many")) for year in years),
    )


def _public(
    compact: Published, on: date, time: Iterable[Stretch], undertaking: str, *by: str
) -> Iterator[dict[str, Any]]:
    """What has settled for everyone to see, by some columns."""
    rows = sums(compact, on, time).filter(is_public=True)
    rows = rows.filter(undertaking=undertaking) if undertaking else rows
    return (row for row in added(rows, *by) if row["shown"] != Shown.NOT_YET_DUE)


def counted(rows: Iterable[Mapping[str, object]], column: str) -> Counts:
    """Rows of what is shown and how often, as counts."""
    found: dict[str, int] = {}
    for row in rows:
        name = _name(row["shown"])
        found[name] = found.get(name, 0) + int(str(row[column]))
    return Counts(**found)


def _name(shown: object) -> str:
    return str(shown).replace(" ", "_")
