"""Lists of public dealings: those of a Compact, filtered, and those that judge a promise or are an organisation's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing, Judged, Standing, State
from livecompact.dealings.queries.days import says
from livecompact.dealings.rows import settled_of
from livecompact.dealings.standings import Settled, Shown
from livecompact.kinds.kind import Kind
from livecompact.record.models import Chain

type Standings = tuple[tuple[Dealing, tuple[Settled, ...]], ...]

ON_A_PAGE = 25
CANCELLED_FOR = timedelta(days=90)
"""How long a withdrawn dealing stays in calendars as cancelled."""


class Phase(StrEnum):
    """Where a dealing with a beginning and an end is on a day."""

    NOT_OPEN_YET = "not-open-yet"
    OPEN = "open"
    CLOSED = "closed"
    CONCLUDED = "concluded"


@dataclass(frozen=True)
class Asked:
    """What a list is filtered by; what is empty filters nothing."""

    phase: str = ""
    organisation: str = ""
    year: int | None = None
    state: str = ""
    page: int = 1


@dataclass(frozen=True)
class Found:
    """One page of a list: how many there are, those of the page with their standings, and what one can filter by."""

    count: int
    rows: Standings
    years: tuple[int, ...]
    organisations: tuple[tuple[str, str], ...]

    @property
    def pages(self) -> int:
        """How many pages the list has."""
        return max(1, -(-self.count // ON_A_PAGE))


def dealings(actor: object, compact: Published, kind: Kind, asked: Asked, today: date) -> Found:  # noqa: ARG001 (what is public is for everyone)
    """One page of the public dealings of a kind that a Compact has, or judges. Five queries."""
    every = _public(compact, kind)
    rows = filtered(every, compact, kind, asked, today)
    start = (asked.page - 1) * ON_A_PAGE
    page = list(rows.select_related("organisation", "towards")[start : start + ON_A_PAGE])
    return Found(
        rows.count(),
        with_standings(page, compact),
        tuple(every.order_by("-year").values_list("year", flat=True).distinct()),
        tuple(_organisations(every)),
    )


def every(actor: object, compact: Published, kind: Kind, asked: Asked, today: date) -> Iterable[Dealing]:  # noqa: ARG001 (as above)
    """All of them, as they are filtered, one by one."""
    rows = filtered(_public(compact, kind), compact, kind, asked, today)
    return rows.select_related("organisation", "towards").iterator()


def latest(actor: object, compact: Published, kind: Kind, at_most: int) -> tuple[Dealing, ...]:  # noqa: ARG001 (as above)
    """Those whose page last changed, the newest first."""
    return tuple(
        _public(compact, kind).select_related("organisation", "towards").order_by("-updated_at", "-pk")[:at_most]
    )


def origin(compact: Published) -> str:
    """The host and the year of which the ids in this Compact's feeds are made; they never change."""
    return Chain.objects.filter(compact=compact.id).values_list("origin", flat=True).first() or "none,2026"


def deadlines(actor: object, compact: Published, kind: Kind, today: date) -> tuple[Dealing, ...]:  # noqa: ARG001 (as above)
    """Those whose days lie ahead or not far behind, and those withdrawn not long ago, for calendars."""
    if not kind.deadlines:
        return ()
    lately = today - CANCELLED_FOR
    shown = Q(state=State.PUBLIC) & (Q(ends_on__gte=lately) | Q(done_on=None))
    withdrawn = Q(state=State.WITHDRAWN, withdrawn_at__date__gte=lately)
    rows = Dealing.objects.filter(shown | withdrawn, home__slug=compact.id, kind=kind.name)
    return tuple(rows.select_related("organisation", "home")[:500])


def newest(actor: object, compact: Published, undertaking: str, today: date, at_most: int = 5) -> Standings:  # noqa: ARG001
    """The newest dealings of which a promise speaks, or the newest of all, each with its standings. One query."""
    of_it = Standing.objects.filter(dealing=OuterRef("pk"), compact__slug=compact.id)
    of_it = of_it.filter(undertaking=undertaking) if undertaking else of_it
    begun = Dealing.objects.filter(Exists(of_it), state=State.PUBLIC, happens_on__lte=today)
    rows = Standing.objects.filter(compact__slug=compact.id, dealing__in=begun.values("pk")[:at_most])
    rows = rows.filter(undertaking=undertaking) if undertaking else rows
    found: dict[Dealing, list[Settled]] = {}
    for row in rows.select_related("dealing__organisation", "dealing__towards").order_by(
        "-dealing__happens_on", "-dealing_id"
    ):
        found.setdefault(row.dealing, []).append(settled_of(row))
    return tuple((each, tuple(standings)) for each, standings in found.items())


def of_organisation(actor: object, compact: Published, organisation: str, at_most: int = 10) -> Standings:  # noqa: ARG001
    """The newest public dealings of an organisation in a Compact, each with its standings."""
    rows = Dealing.objects.filter(_here(compact), organisation__slug=organisation, state=State.PUBLIC)
    return with_standings(list(rows.select_related("organisation", "towards")[:at_most]), compact)


def kinds_of(actor: object, compact: Published, organisation: str) -> frozenset[str]:  # noqa: ARG001
    """The kinds of which an organisation has something public in a Compact. One query."""
    rows = Dealing.objects.filter(_here(compact), organisation__slug=organisation, state=State.PUBLIC)
    return frozenset(rows.order_by().values_list("kind", flat=True).distinct())


def filtered(
    rows: "QuerySet[Dealing]", compact: Published, kind: Kind, asked: Asked, today: date
) -> "QuerySet[Dealing]":
    """Those of a list that are asked for."""
    if asked.phase:
        rows = rows.filter(_in_phase(asked.phase, today, endless=bool(kind.phases and kind.phases.endless)))
    if asked.organisation:
        rows = rows.filter(organisation__slug=asked.organisation)
    if asked.year:
        rows = rows.filter(year=asked.year)
    if asked.state:
        shown = list(Shown)
        worse = shown[: shown.index(Shown(asked.state))]
        rows = rows.filter(_says(compact, [Shown(asked.state)], today))
        rows = rows.exclude(_says(compact, worse, today)) if worse else rows
    return rows


def phase_of(dealing: Dealing, today: date) -> Phase:
    """Where a dealing is on a day."""
    if dealing.happens_on > today:
        return Phase.NOT_OPEN_YET
    if dealing.ends_on is None or dealing.ends_on >= today:
        return Phase.OPEN
    return Phase.CONCLUDED if dealing.done_on and dealing.done_on <= today else Phase.CLOSED


def _in_phase(phase: str, today: date, *, endless: bool) -> Q:
    over = Q(happens_on__lte=today, ends_on__lt=today)
    done, not_over = Q(done_on__lte=today), Q(ends_on__gte=today)
    return {
        Phase.NOT_OPEN_YET.value: Q(happens_on__gt=today),
        Phase.OPEN.value: Q(happens_on__lte=today) & (not_over | Q(ends_on=None) if endless else not_over),
        Phase.CLOSED.value: over & ~done,
        Phase.CONCLUDED.value: over & done,
    }[phase]


def _says(compact: Published, shown: list[Shown], today: date) -> Q:
    any_of = Q()
    for each in shown:
        any_of |= says(each, today)
    return Q(Exists(Standing.objects.filter(any_of, dealing=OuterRef("pk"), compact__slug=compact.id)))


def _public(compact: Published, kind: Kind) -> "QuerySet[Dealing]":
    return Dealing.objects.filter(_here(compact), kind=kind.name, state=State.PUBLIC)


def _here(compact: Published) -> Q:
    judged = Judged.objects.filter(dealing=OuterRef("pk"), compact__slug=compact.id)
    return Q(home__slug=compact.id) | Q(Exists(judged))


def _organisations(rows: "QuerySet[Dealing]") -> Iterable[tuple[str, str]]:
    named = rows.order_by("organisation__folded_name").values_list("organisation__slug", "organisation__name")
    return dict.fromkeys((str(slug), str(name)) for slug, name in named.distinct())


def with_standings(page: list[Dealing], compact: Published) -> Standings:
    """Dealings, each with what a Compact will say of it. One query."""
    rows = Standing.objects.filter(dealing__in=page, compact__slug=compact.id)
    found: dict[int, list[Settled]] = {}
    for row in rows:
        found.setdefault(row.dealing_id, []).append(settled_of(row))
    return tuple((each, tuple(found.get(each.pk, ()))) for each in page)
