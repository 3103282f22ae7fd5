"""How many checks were kept, on any day and for any period: one query, with the day as its parameter.

The unit is the check: one standard on one dealing under one Compact. A check counts on the day on which it settles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Standing, State
from livecompact.dealings.queries.days import shown_on
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
    found = _settled(compact, on, undertaking).filter(counts_on__gte=since)
    return counted(found.values("shown").annotate(count=Count("pk")), "count")


def tallies(actor: object, compact: Published, on: date, since: date, undertaking: str = "") -> Tallies:  # noqa: ARG001 (as above)
    """How checks stand on a day, year by year, and those that settled since another day. One query."""
    recent = Count("pk", filter=Q(counts_on__gte=since))
    by_year = _settled(compact, on, undertaking).annotate(year=ExtractYear("counts_on"))
    rows = list(by_year.values("year", "shown").annotate(count=Count("pk"), recent=recent))
    years = sorted({row["year"] for row in rows}, reverse=True)
    return Tallies(
        counted(rows, "recent"),
        tuple((year, counted((row for row in rows if row["year"] == year), "count")) for year in years),
    )


def _settled(compact: Published, on: date, undertaking: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 (an annotated queryset has no name)
    rows = Standing.objects.filter(compact__slug=compact.id, counts_on__lte=on, dealing__state=State.PUBLIC)
    rows = rows.filter(undertaking=undertaking) if undertaking else rows
    return rows.order_by().annotate(shown=shown_on(on)).exclude(shown=Shown.NOT_YET_DUE)


def counted(rows: Iterable[Mapping[str, object]], column: str) -> Counts:
    """Rows of what is shown and how often, as counts."""
    found: dict[str, int] = {}
    for row in rows:
        name = str(row["shown"]).replace(" ", "_")
        found[name] = found.get(name, 0) + int(str(row[column]))
    return Counts(**found)
