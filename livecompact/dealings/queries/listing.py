"""Lists of public dealings: those of a Compact, filtered, and those that judge a promise or are an organisation's."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from livecompact.agreements.bodies import folded_name
from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing, Judged, Standing, State, Tag
from livecompact.dealings.naming import named
from livecompact.dealings.rows import settled_of
from livecompact.dealings.standings import Settled
from livecompact.frame.keeping import Shelf
from livecompact.kinds.kind import Kind
from livecompact.record.models import Chain
from livecompact.register.models import Organisation

type Standings = tuple[tuple[Dealing, tuple[Settled, ...]], ...]

ON_A_PAGE = 25
COUNTED = 1000
"""So many records of a state are counted; of more it is said that there are more."""
CHOICES = 50
"""So many organisations are chosen from a list; where there are more, part of a name is typed."""
SHOWN = (
    *("key", "kind", "home", "year", "slug", "title", "towards_named", "towards_called", "published_at", "updated_at"),
    *("happens_on", "ends_on", "done_on", "organisation__name", "organisation__slug", "organisation__invented"),
    *("towards__name", "towards__slug", "towards__invented"),
)
"""The columns of a record that a line of a list says."""
SETTLED = ("standard", "undertaking", "settles_on", "verdict", "met", "asked_on", "answer_by", "disputed_on")
"""The columns of a standing that tell what it says on a day."""
DATED = (
    *("key", "kind", "home", "year", "slug", "title", "facts", "state", "sequence", "updated_at"),
    *("organisation__name", "organisation__invented"),
)
"""The columns of a record that its entries in a calendar say."""
IN_A_CALENDAR = 500
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
    """What a list is filtered by; what is empty filters nothing. `organisation` is part of an address, or of a name."""

    phase: str = ""
    organisation: str = ""
    year: int | None = None
    state: str = ""
    page: int = 1


@dataclass(frozen=True)
class Found:
    """One page of a list: how many there are, those of the page with their standings, and what one can filter by.

    Where `is_more`, there are more than are counted. `organisations` are by name, and None where they are too many to
    choose from; `organisation` is the name of the one that is asked for by its part of an address.
    """

    count: int
    is_more: bool
    rows: Standings
    has_next: bool
    years: tuple[int, ...]
    organisations: tuple[tuple[str, str], ...] | None
    organisation: str

    @property
    def pages(self) -> int:
        """How many pages the list has, of those that are counted."""
        return max(1, -(-self.count // ON_A_PAGE))


def dealings(actor: object, compact: Published, kind: Kind, asked: Asked, today: date) -> Found:  # noqa: ARG001 (what is public is for everyone)
    """One page of the public dealings of a kind that a Compact has, or judges. At most seven queries."""
    body = _body(asked.organisation)
    rows = _keys(_by(_public(compact, kind), asked.organisation, body), compact, kind, asked, today)
    extent = _extent(compact, kind)
    count, is_more = _counted(rows, asked, extent, today)
    start = (asked.page - 1) * ON_A_PAGE
    page = list(rows[start : start + ON_A_PAGE + 1])
    return Found(
        count,
        is_more,
        with_standings(_lines(page[:ON_A_PAGE]), compact),
        len(page) > ON_A_PAGE,
        tuple(sorted(extent.by_year, reverse=True)),
        extent.organisations,
        named(body) if body else "",
    )


@dataclass(frozen=True)
class Extent:
    """What every page of a list says of the whole of it, however it is filtered: how many of each year, and whose."""

    by_year: dict[int, int]
    organisations: tuple[tuple[str, str], ...] | None
    counts: dict[tuple[str, str, int | None, date], tuple[int, bool]] = field(default_factory=dict)


EXTENTS: Shelf[tuple[str, str], Extent] = Shelf()


def _extent(compact: Published, kind: Kind) -> Extent:
    """Kept while the database stays as it is: it hangs on nothing that anybody asks. Two queries, or none."""
    kept, key = EXTENTS.now(), (compact.id, kind.name)
    if key not in kept:
        every = _public(compact, kind)
        by_year = dict(every.order_by().values_list("year").annotate(n=Count("pk")))
        kept[key] = Extent(by_year, _organisations(every))
    return kept[key]


def _counted(rows: "QuerySet[Any, int]", asked: Asked, extent: Extent, today: date) -> tuple[int, bool]:
    """How many are asked for, counted once for all pages of a list; where a name was typed, for each of them anew."""
    if asked.organisation:
        return _count(rows, asked, extent.by_year)
    if asked.year and asked.year not in extent.by_year:
        return 0, False
    of = (asked.phase, asked.state, asked.year, today)
    if of not in extent.counts:
        extent.counts[of] = _count(rows, asked, extent.by_year)
    return extent.counts[of]


def every(actor: object, compact: Published, kind: Kind, asked: Asked, today: date) -> Iterable[Dealing]:  # noqa: ARG001 (as above)
    """All of them, as they are filtered, one by one."""
    of_body = _by(_public(compact, kind), asked.organisation, _body(asked.organisation))
    rows = _filtered(of_body, compact, kind, asked, today)
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
    rows = Dealing.objects.filter(home__slug=compact.id, kind=kind.name).select_related("organisation").only(*DATED)
    shown = rows.filter(Q(ends_on__gte=lately) | Q(done_on=None), state=State.PUBLIC)
    withdrawn = rows.filter(state=State.WITHDRAWN, withdrawn_at__date__gte=lately)
    return (*shown[:IN_A_CALENDAR], *withdrawn[:IN_A_CALENDAR])  # each by itself is read off an index in its order


def newest(actor: object, compact: Published, undertaking: str, today: date, at_most: int = 5) -> Standings:  # noqa: ARG001
    """The newest dealings of which a promise speaks, or the newest of all, each with its standings. Two queries."""
    rows = Standing.objects.filter(compact__slug=compact.id, dealing__in=_newest(compact, undertaking, today, at_most))
    rows = rows.filter(undertaking=undertaking) if undertaking else rows
    found: dict[Dealing, list[Settled]] = {}
    for row in rows.select_related("dealing__organisation", "dealing__towards").order_by(
        "-dealing__happens_on", "-dealing_id"
    ):
        found.setdefault(row.dealing, []).append(settled_of(row))
    return tuple((each, tuple(standings)) for each, standings in found.items())


def _newest(compact: Published, undertaking: str, today: date, at_most: int) -> list[int]:
    """Each is read off an index from its end, and no further than is asked for."""
    if undertaking:
        rows = Standing.objects.filter(compact__slug=compact.id, undertaking=undertaking, is_public=True)
        rows = rows.filter(happens_on__lte=today).order_by("-happens_on", "-dealing_id")
        return list(rows.values_list("dealing_id", flat=True).distinct()[:at_most])
    judged = Standing.objects.filter(dealing=OuterRef("pk"), compact__slug=compact.id).order_by()
    public = Dealing.objects.filter(Exists(judged), state=State.PUBLIC, happens_on__lte=today)
    return list(public.values_list("pk", flat=True)[:at_most])


def of_organisation(actor: object, compact: Published, organisation: str, at_most: int = 10) -> Standings:  # noqa: ARG001
    """The newest public dealings of an organisation in a Compact, each with its standings."""
    rows = Dealing.objects.filter(_here(compact), organisation__slug=organisation, state=State.PUBLIC)
    return with_standings(_lines(rows.values_list("pk", flat=True)[:at_most]), compact)


def kinds_of(actor: object, compact: Published, organisation: str) -> frozenset[str]:  # noqa: ARG001
    """The kinds of which an organisation has something public in a Compact. One query."""
    rows = Dealing.objects.filter(_here(compact), organisation__slug=organisation, state=State.PUBLIC)
    return frozenset(rows.order_by().values_list("kind", flat=True).distinct())


def _filtered(
    rows: "QuerySet[Dealing]", compact: Published, kind: Kind, asked: Asked, today: date
) -> "QuerySet[Dealing]":
    """Those of a list that are asked for."""
    rows = rows.filter(_asked(kind, asked, today))
    if asked.state:
        its = tags(compact, asked.state, today).filter(kind=kind.name)
        rows = rows.filter(Exists(its.order_by().filter(dealing=OuterRef("pk"))))
    return rows


def _keys(rows: "QuerySet[Dealing]", compact: Published, kind: Kind, asked: Asked, today: date) -> "QuerySet[Any, int]":
    """The keys of those, in order. What a whole list shows so is read off its tags: there may be few among many."""
    if asked.organisation or not asked.state:
        return _filtered(rows, compact, kind, asked, today).values_list("pk", flat=True)
    found = tags(compact, asked.state, today).filter(_asked(kind, asked, today, of="dealing__"), kind=kind.name)
    return found.values_list("dealing_id", flat=True)


def tags(compact: Published, state: str, today: date) -> "QuerySet[Tag]":
    """The tags of the public records that show something in a Compact on a day, the newest record first."""
    rows = Tag.objects.filter(compact__slug=compact.id, shown=state, since__lte=today, until__gte=today)
    return rows.order_by("-happens_on", "-dealing_id")


def _asked(kind: Kind, asked: Asked, today: date, of: str = "") -> Q:
    """The phase and the year that are asked for, of a dealing; or, with `of`, of what belongs to one."""
    phase = _in_phase(asked.phase, today, of, endless=bool(kind.phases and kind.phases.endless))
    return phase & (Q(**{f"{of}year": asked.year}) if asked.year else Q())


def phase_of(dealing: Dealing, today: date) -> Phase:
    """Where a dealing is on a day."""
    if dealing.happens_on > today:
        return Phase.NOT_OPEN_YET
    if dealing.ends_on is None or dealing.ends_on >= today:
        return Phase.OPEN
    return Phase.CONCLUDED if dealing.done_on and dealing.done_on <= today else Phase.CLOSED


def _in_phase(phase: str, today: date, of: str, *, endless: bool) -> Q:
    if not phase:
        return Q()
    begun, coming = Q(**{f"{of}happens_on__lte": today}), Q(**{f"{of}happens_on__gt": today})
    over, not_over = Q(**{f"{of}ends_on__lt": today}), Q(**{f"{of}ends_on__gte": today})
    done, no_end = Q(**{f"{of}done_on__lte": today}), Q(**{f"{of}ends_on": None})
    return {
        Phase.NOT_OPEN_YET.value: coming,
        Phase.OPEN.value: begun & (not_over | no_end if endless else not_over),
        Phase.CLOSED.value: begun & over & ~done,
        Phase.CONCLUDED.value: begun & over & done,
    }[phase]


def _public(compact: Published, kind: Kind) -> "QuerySet[Dealing]":
    return Dealing.objects.filter(_here(compact), kind=kind.name, state=State.PUBLIC)


def _here(compact: Published) -> Q:
    judged = Judged.objects.filter(dealing=OuterRef("pk"), compact__slug=compact.id)
    return Q(home__slug=compact.id) | Q(Exists(judged))


def _count(rows: "QuerySet[Any, int]", asked: Asked, by_year: dict[int, int]) -> tuple[int, bool]:
    """How many there are, and whether there are more than that.

    Those of a state are counted no further than `COUNTED`.
    """
    if asked.state:
        found = rows.order_by()[: COUNTED + 1].count()
        return min(found, COUNTED), found > COUNTED
    if asked.phase or asked.organisation:
        return rows.order_by().count(), False
    return (by_year.get(asked.year, 0) if asked.year else sum(by_year.values())), False


def _lines(keys: "Iterable[int]") -> list[Dealing]:
    """What the lines of a list show of some dealings, in that order, and no more: the facts of a record may be long.

    The keys are read off an index first: both by themselves take less than one query with the other inside it.
    """
    some = list(keys)
    rows = Dealing.objects.filter(pk__in=some).order_by().select_related("organisation", "towards").only(*SHOWN)
    found = {row.pk: row for row in rows}
    return [found[key] for key in some if key in found]


def _body(slug: str) -> Organisation | None:
    """The organisation of that part of an address. No query where none is asked for."""
    return Organisation.objects.filter(slug=slug).only("slug", "name", "invented").first() if slug else None


def _by(rows: "QuerySet[Dealing]", asked: str, body: Organisation | None) -> "QuerySet[Dealing]":
    """Those of the organisation that is asked for; where none has that part of an address, of all so named in part."""
    if body:
        return rows.filter(organisation=body)
    if not asked:
        return rows
    return rows.filter(organisation__in=Organisation.objects.filter(folded_name__contains=folded_name(asked)))


def _organisations(rows: "QuerySet[Dealing]") -> tuple[tuple[str, str], ...] | None:
    """The organisations of which a list has something, by name; None where they are more than one can choose from."""
    named = Organisation.objects.filter(Exists(rows.order_by().filter(organisation=OuterRef("pk"))))
    found = list(named.order_by().values_list("folded_name", "slug", "name")[: CHOICES + 1])
    return tuple((slug, name) for _folded, slug, name in sorted(found)) if len(found) <= CHOICES else None


def with_standings(page: list[Dealing], compact: Published) -> Standings:
    """Dealings, each with what a Compact will say of it. One query."""
    rows = Standing.objects.filter(dealing__in=[each.pk for each in page], compact__slug=compact.id)
    found: dict[int, list[Settled]] = {}
    for row in rows.order_by("standard").values_list("dealing_id", *SETTLED, named=True):
        found.setdefault(row.dealing_id, []).append(settled_of(row))
    return tuple((each, tuple(found.get(each.pk, ()))) for each in page)
