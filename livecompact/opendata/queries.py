"""What goes out: the public awards of a Compact, and every public day of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import batched

from django.db.models import Q, QuerySet

from livecompact.board.queries.records import Wanted
from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing, Explanation, Standing, State
from livecompact.dealings.queries.listing import CANCELLED_FOR
from livecompact.kinds import KINDS
from livecompact.opendata.checks import Checked
from livecompact.register.models import Identifier

AT_ONCE = 500
MOST_DAYS = 5000
"""Dealings of which a calendar tells: more would load no calendar program well."""


def awards(actor: object, compact: Published) -> Iterator[tuple[Dealing, Mapping[int, str]]]:  # noqa: ARG001 (what is public is for everyone)
    """Every public grant of money that has its home here and whose recipient is named, one by one.

    With each come the org-ids of organisations, by their number here. Two queries, whatever there is.
    """
    rows = _awards(compact)
    ids = _org_ids()
    return ((row, ids) for row in rows.iterator(chunk_size=AT_ONCE))


def has_awards(actor: object, compact: Published) -> bool:  # noqa: ARG001 (as above)
    """Whether there is a grant to tell of."""
    return _awards(compact).exists()


def checks(actor: object, compact: Published, wanted: Wanted) -> Iterator[Checked]:  # noqa: ARG001 (as above)
    """Every check of every public record that a Compact judges, or of those asked for; the newest record first.

    One query, and one for each 500.
    """
    rows = Standing.objects.filter(compact__slug=compact.id, is_public=True)
    rows = rows.filter(kind=wanted.kind) if wanted.kind else rows
    rows = rows.filter(undertaking=wanted.promise) if wanted.promise else rows
    rows = rows.filter(dealing__year=wanted.year) if wanted.year else rows
    rows = rows.filter(dealing__organisation__slug=wanted.organisation) if wanted.organisation else rows
    rows = rows.select_related("dealing__organisation", "dealing__towards").defer("dealing__facts", "dealing__lists")
    rows = rows.order_by("-happens_on", "-dealing_id", "undertaking", "standard")
    for some in batched(rows.iterator(chunk_size=AT_ONCE), AT_ONCE, strict=False):
        given = _explanations(compact, {each.dealing_id for each in some})
        yield from (Checked(each, given.get((each.dealing_id, each.standard))) for each in some)


def days(actor: object, compact: Published, today: date) -> tuple[Dealing, ...]:  # noqa: ARG001 (as above)
    """The dealings of every kind whose days lie ahead or not far behind, and those withdrawn lately. One query."""
    lately = today - CANCELLED_FOR
    kinds = [name for name, of in KINDS.items() if of.deadlines]
    shown = Q(state=State.PUBLIC) & (Q(ends_on__gte=lately) | Q(done_on=None))
    withdrawn = Q(state=State.WITHDRAWN, withdrawn_at__date__gte=lately)
    rows = Dealing.objects.filter(shown | withdrawn, home__slug=compact.id, kind__in=kinds)
    return tuple(rows.select_related("organisation", "home")[:MOST_DAYS])


def _explanations(compact: Published, dealings: set[int]) -> dict[tuple[int, str], Explanation]:
    rows = Explanation.objects.filter(compact__slug=compact.id, dealing__in=dealings)
    return {(each.dealing_id, each.standard): each for each in rows}


def _awards(compact: Published) -> QuerySet[Dealing]:
    named = Q(towards__isnull=False) | ~Q(towards_called="")
    rows = Dealing.objects.filter(named, home__slug=compact.id, kind="award", state=State.PUBLIC, towards_named=True)
    rows = rows.filter(amount__gt=0).select_related("organisation", "towards", "home")
    return rows.order_by("happens_on", "pk")


def _org_ids() -> dict[int, str]:
    """One org-id of each organisation that has any, the first of them by its list."""
    rows = Identifier.objects.order_by("-scheme", "-value").values_list("organisation_id", "scheme", "value")
    return {organisation: f"{scheme}-{value}" for organisation, scheme, value in rows}
