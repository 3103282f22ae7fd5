"""What the board counts: how the checks of each side stand, by promise and by quarter, and the measures of each year.

Every figure is a sum that the database makes, so that a page costs the same number of queries whatever there is.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from livecompact.compacts.queries import Published
from livecompact.dealings.measures import MEASURES
from livecompact.dealings.models import SEEN, Dealing, Judged, Quarter, SaidMissing, Standing, State, Tally
from livecompact.dealings.quarters import start_of
from livecompact.dealings.queries.sums import added, around, sums
from livecompact.dealings.spans import Stretch
from livecompact.dealings.standings import Shown
from livecompact.register.models import Organisation, Sector
from livecompact.standards.periods import Period as Span

FEWEST = 5
"""Of fewer organisations of the voluntary side nothing is told, not even a total."""
QUARTERS_SHOWN = 8
A_YEAR = Span.read("1 year")


@dataclass(frozen=True)
class Stands:
    """How some checks stand: how many are shown as what, and for how many not kept a reason is shown all the same."""

    shown: Mapping[Shown, int]
    reasoned: int = 0

    def __getitem__(self, shown: Shown) -> int:
        return self.shown.get(shown, 0)

    @property
    def judged(self) -> int:
        """Kept, explained and not kept together."""
        return self.well + self[Shown.NOT_KEPT]

    @property
    def well(self) -> int:
        """Kept, or explained as the promise allows."""
        return self[Shown.KEPT] + self[Shown.EXPLAINED]

    @property
    def every(self) -> int:
        """All of them, also those that are not due yet."""
        return sum(self.shown.values())


@dataclass(frozen=True)
class Period:
    """From one day to another; what is not due yet counts only where no last day is named."""

    since: date
    until: date | None = None


@dataclass(frozen=True)
class Measured:
    """What was measured of one kind of dealing in one year: each value, and how often it came."""

    kind: str
    year: int
    values: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        """How many were measured."""
        return sum(often for _value, often in self.values)

    def at(self, share: float) -> int:
        """The value that this share of them does not exceed: 0.5 is the middle one, the lower of two."""
        wanted, seen = max(1, -(-int(share * 100) * self.count // 100)), 0
        for value, often in self.values:
            seen += often
            if seen >= wanted:
                return value
        return self.values[-1][0]


def by_promise(actor: object, compact: Published, on: date, period: Period) -> dict[str, Stands]:  # noqa: ARG001 (what is counted is public)
    """How the public checks of public bodies stand, by the number of their promise. One query."""
    found: dict[str, dict[Shown, int]] = {}
    reasons: dict[str, int] = {}
    for row in added(_statutory(compact, on, period), "undertaking", "shown", "is_reasoned"):
        number, shown = row["undertaking"], Shown(row["shown"])
        held = found.setdefault(number, {})
        held[shown] = held.get(shown, 0) + row["many"]
        reasoned = row["many"] if row["is_reasoned"] and shown is Shown.NOT_KEPT else 0
        reasons[number] = reasons.get(number, 0) + reasoned
    return {number: Stands(shown, reasons[number]) for number, shown in found.items()}


def total(found: Mapping[str, Stands]) -> Stands:
    """All promises together."""
    shown = {each: sum(stands[each] for stands in found.values()) for each in Shown}
    return Stands(shown, sum(stands.reasoned for stands in found.values()))


def last_year(compact: Published, on: date) -> Period:
    """The last twelve months, and what is not due yet."""
    return Period(A_YEAR.before(on, compact.agreement.calendar) or date.min)


def of_groups(actor: object, compact: Published, on: date, period: Period) -> Stands | None:  # noqa: ARG001 (totals only)
    """How the checks of the voluntary side stand in all; None where fewer than five organisations are behind them.

    Nor where one could take the public ones away and be left with fewer than five. At most three queries.
    """
    stands = Stands(_shown(sums(compact, on, _time(on, period)).filter(sector=Sector.VOLUNTARY)))
    if not stands.every or _behind(compact, period) < FEWEST:
        return None
    return None if 0 < _behind(compact, period, [State.SHARED]) < FEWEST else stands


def _behind(compact: Published, period: Period, states: Collection[str] = SEEN) -> int:
    """How many organisations of the voluntary side are behind the checks of a time, counted up to five."""
    rows = Standing.objects.filter(dealing=OuterRef("pk"), compact__slug=compact.id, counts_on__gte=period.since)
    rows = rows.filter(counts_on__lte=period.until) if period.until else rows
    acts = Dealing.objects.filter(Exists(rows.order_by()), organisation=OuterRef("pk"), state__in=states)
    acting = Organisation.objects.filter(Exists(acts.order_by()), sector=Sector.VOLUNTARY)
    return len(acting.order_by().values_list("pk")[:FEWEST])


def this_quarter(actor: object, compact: Published, on: date) -> Stands:  # noqa: ARG001 (as above)
    """How the checks stand that settled in the quarter of today. One query."""
    return Stands(_shown(_statutory(compact, on, Period(start_of(on), on))))


def past_quarters(actor: object, compact: Published) -> tuple[tuple[date, Stands], ...]:  # noqa: ARG001 (as above)
    """What was said at the end of each quarter that is over, the newest first. One query."""
    rows = Quarter.objects.filter(compact__slug=compact.id).order_by("-ends_on")[:QUARTERS_SHOWN]
    return tuple((row.ends_on, Stands(_added(row.counts.values()))) for row in rows)


def measures(actor: object, compact: Published) -> tuple[Measured, ...]:  # noqa: ARG001 (as above)
    """What was measured of the public dealings of public bodies, by kind and year, the newest year first. One query."""
    judged = Judged.objects.filter(dealing=OuterRef("pk"), compact__slug=compact.id)
    rows = Dealing.objects.filter(
        Q(home__slug=compact.id) | Exists(judged), state=State.PUBLIC, kind__in=list(MEASURES), measured__isnull=False
    )  # the others are told off by their keys: joined, every body would be asked for each of its records
    rows = rows.exclude(organisation__in=Organisation.objects.exclude(sector=Sector.STATUTORY))
    counted = rows.order_by("kind", "-year", "measured").values_list("kind", "year", "measured")
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for kind, year, value, often in counted.annotate(often=Count("pk")):
        found.setdefault((kind, year), []).append((value, often))
    return tuple(Measured(kind, year, tuple(values)) for (kind, year), values in found.items())


def said_missing(actor: object, compact: Published, on: date) -> int:  # noqa: ARG001 (as above)
    """How many acts stand as said to be missing: their time to answer is over. One query."""
    rows = SaidMissing.objects.filter(home__slug=compact.id, answer_by__lt=on, answered_at=None, taken_back_at=None)
    return rows.count()


def years(actor: object, compact: Published, on: date) -> tuple[int, ...]:  # noqa: ARG001 (as above)
    """The calendar years in which checks of public bodies settled, the newest first. One query."""
    rows = added(_statutory(compact, on, Period(date.min, on)), "starts_on")
    return tuple(sorted({row["starts_on"].year for row in rows}, reverse=True))


def _statutory(compact: Published, on: date, period: Period) -> QuerySet[Tally]:
    return sums(compact, on, _time(on, period)).filter(sector=Sector.STATUTORY, is_public=True)


def _time(on: date, period: Period) -> tuple[Stretch, ...]:
    return around(on, period.since, period.until)


def _shown(rows: QuerySet[Tally]) -> dict[Shown, int]:
    return {Shown(row["shown"]): row["many"] for row in added(rows, "shown")}


def _added(counts: Iterable[Mapping[str, int]]) -> dict[Shown, int]:
    found: dict[Shown, int] = {}
    for each in counts:
        for name, number in each.items():
            found[Shown(name)] = found.get(Shown(name), 0) + number
    return found
