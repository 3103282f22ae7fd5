"""What is on record of a promise, of an organisation or of all, of every kind, and how each year went."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import batched
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear

from livecompact.board.queries.figures import Stands
from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing, Judged, Standing, State, Tag, Tally
from livecompact.dealings.queries.days import says, shown_on
from livecompact.dealings.queries.listing import ON_A_PAGE, Standings, tags, with_standings
from livecompact.dealings.queries.sums import added, sums, within
from livecompact.dealings.standings import Settled, Shown
from livecompact.register.models import Organisation

AT_ONCE = 500
"""How many records are told of at once."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for; what is empty filters nothing. `promise` is a number of the text."""

    promise: str = ""
    organisation: str = ""
    kind: str = ""
    state: str = ""
    year: int | None = None
    page: int = 1


@dataclass(frozen=True)
class OverTime:
    """One page of records, how many there are in all, and how the checks of each year stand, the newest year first."""

    count: int
    rows: Standings
    years: tuple[tuple[int, Stands], ...]
    organisation: Organisation | None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.count // ON_A_PAGE))


def over_time(actor: object, compact: Published, wanted: Wanted, today: date) -> OverTime:  # noqa: ARG001 (what is public is for everyone)
    """One page of the public records that are asked for, and their years. Six queries."""
    start = (wanted.page - 1) * ON_A_PAGE
    rows = _in_order(compact, wanted, today)
    keys = [pk for _day, pk in rows[start : start + ON_A_PAGE]]  # those before are read off an index, and not looked at
    page = list(Dealing.objects.filter(pk__in=keys).select_related("organisation", "towards"))
    whose = Organisation.objects.filter(slug=wanted.organisation).first() if wanted.organisation else None
    return OverTime(
        rows.count(), _of_promise(with_standings(page, compact), wanted), _years(compact, wanted, today), whose
    )


def each_over_time(
    actor: object,  # noqa: ARG001 (as above)
    compact: Published,
    wanted: Wanted,
    today: date,
) -> Iterator[tuple[Dealing, tuple[Settled, ...]]]:
    """All of them, one by one, each with what the Compact will say of it. Two queries, and one for each 500."""
    rows = _wanted(compact, wanted, today).select_related("organisation", "towards").iterator()
    for some in batched(rows, AT_ONCE, strict=False):
        yield from _of_promise(with_standings(list(some), compact), wanted)


def _wanted(compact: Published, wanted: Wanted, today: date) -> QuerySet[Dealing]:
    judged = Judged.objects.filter(dealing=OuterRef("pk"), compact__slug=compact.id)
    rows = Dealing.objects.filter(Q(home__slug=compact.id) | Q(Exists(judged)), state=State.PUBLIC)
    rows = rows.filter(organisation__slug=wanted.organisation) if wanted.organisation else rows
    rows = rows.filter(kind=wanted.kind) if wanted.kind else rows
    rows = rows.filter(year=wanted.year) if wanted.year else rows
    rows = rows.filter(Exists(_standings(compact, wanted).filter(dealing=OuterRef("pk")))) if wanted.promise else rows
    if not wanted.state:
        return rows
    if not wanted.promise:
        return rows.filter(Exists(tags(compact, wanted.state, today).order_by().filter(dealing=OuterRef("pk"))))
    return rows.filter(pk__in=_of_a_promise(compact, wanted, today).order_by().values("dealing_id"))


def _in_order(compact: Published, wanted: Wanted, today: date) -> QuerySet[Any, tuple[date, int]]:
    """The days and keys of the records that are asked for, the newest first."""
    if wanted.promise:
        rows = _of_a_promise(compact, wanted, today).order_by("-happens_on", "-dealing_id").distinct()
        return rows.values_list("happens_on", "dealing_id")
    if wanted.state and not wanted.organisation:
        return _of(tags(compact, wanted.state, today), wanted).values_list("happens_on", "dealing_id")
    return _wanted(compact, wanted, today).values_list("happens_on", "pk")


def _of_a_promise(compact: Published, wanted: Wanted, today: date) -> QuerySet[Standing]:
    """What a promise says of public records: all of it, but for who acted and the year, is in one index."""
    rows = _of(Standing.objects.filter(compact__slug=compact.id, is_public=True, undertaking=wanted.promise), wanted)
    if not wanted.state:
        return rows
    shown = list(Shown)
    worse = shown[: shown.index(Shown(wanted.state))]
    rows = rows.filter(says(Shown(wanted.state), today))
    its = _standings(compact, wanted).filter(dealing=OuterRef("dealing"))
    return rows.exclude(Exists(its.filter(_any(worse, today)))) if worse else rows


def _of[Row: (Standing, Tag)](rows: QuerySet[Row], wanted: Wanted) -> QuerySet[Row]:
    """Those of the kind, the organisation and the year that are asked for."""
    rows = rows.filter(kind=wanted.kind) if wanted.kind else rows
    rows = rows.filter(dealing__organisation__slug=wanted.organisation) if wanted.organisation else rows
    return rows.filter(dealing__year=wanted.year) if wanted.year else rows


def _standings(compact: Published, wanted: Wanted) -> QuerySet[Standing]:
    return Standing.objects.filter(compact__slug=compact.id, undertaking=wanted.promise)


def _any(shown: Iterable[Shown], today: date) -> Q:
    found = Q()
    for each in shown:
        found |= says(each, today)
    return found


def _of_promise(rows: Standings, wanted: Wanted) -> Standings:
    """The same with only what the promise that is asked for says."""
    if not wanted.promise:
        return rows
    return tuple(
        (dealing, tuple(each for each in stands if each.undertaking == wanted.promise)) for dealing, stands in rows
    )


def _years(compact: Published, wanted: Wanted, today: date) -> tuple[tuple[int, Stands], ...]:
    rows = _of_one(compact, wanted, today) if wanted.organisation else _of_all(compact, wanted, today)
    found: dict[int, dict[Shown, int]] = {}
    for year, said, many in rows:
        held = found.setdefault(year, {})
        held[Shown(said)] = held.get(Shown(said), 0) + many
    return tuple((year, Stands(found[year])) for year in sorted(found, reverse=True))


def _of_all(compact: Published, wanted: Wanted, today: date) -> Iterator[tuple[int, str, int]]:
    """The checks that settled by a day: year, what is shown, how often; out of the sums."""
    rows = _asked(sums(compact, today, within(date.min, today)).filter(is_public=True), wanted)
    return ((row["starts_on"].year, row["shown"], row["many"]) for row in added(rows, "starts_on", "shown"))


def _of_one(compact: Published, wanted: Wanted, today: date) -> Iterator[tuple[int, str, int]]:
    """The same of one organisation, counted one by one."""
    rows = Standing.objects.filter(compact__slug=compact.id, counts_on__lte=today, is_public=True)
    rows = _asked(rows.filter(dealing__organisation__slug=wanted.organisation), wanted)
    said = rows.order_by().annotate(shown=shown_on(today), in_year=ExtractYear("counts_on"))
    return iter(said.values_list("in_year", "shown").annotate(many=Count("pk")))


def _asked[Row: (Standing, Tally)](rows: QuerySet[Row], wanted: Wanted) -> QuerySet[Row]:
    rows = rows.filter(undertaking=wanted.promise) if wanted.promise else rows
    return rows.filter(kind=wanted.kind) if wanted.kind else rows
