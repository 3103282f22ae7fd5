"""What goes out: the public awards of a Compact, and every public day of it."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.db.models import Q, QuerySet

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing, State
from livecompact.dealings.queries.listing import CANCELLED_FOR
from livecompact.kinds import KINDS
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


def days(actor: object, compact: Published, today: date) -> tuple[Dealing, ...]:  # noqa: ARG001 (as above)
    """The dealings of every kind whose days lie ahead or not far behind, and those withdrawn lately. One query."""
    lately = today - CANCELLED_FOR
    kinds = [name for name, of in KINDS.items() if of.deadlines]
    shown = Q(state=State.PUBLIC) & (Q(ends_on__gte=lately) | Q(done_on=None))
    withdrawn = Q(state=State.WITHDRAWN, withdrawn_at__date__gte=lately)
    rows = Dealing.objects.filter(shown | withdrawn, home__slug=compact.id, kind__in=kinds)
    return tuple(rows.select_related("organisation", "home")[:MOST_DAYS])


def _awards(compact: Published) -> QuerySet[Dealing]:
    named = Q(towards__isnull=False) | ~Q(towards_called="")
    rows = Dealing.objects.filter(named, home__slug=compact.id, kind="award", state=State.PUBLIC, towards_named=True)
    rows = rows.filter(amount__gt=0).select_related("organisation", "towards", "home")
    return rows.order_by("happens_on", "pk")


def _org_ids() -> dict[int, str]:
    """One org-id of each organisation that has any, the first of them by its list."""
    rows = Identifier.objects.order_by("-scheme", "-value").values_list("organisation_id", "scheme", "value")
    return {organisation: f"{scheme}-{value}" for organisation, scheme, value in rows}
