"""Everyone who has signed, in brief: enough to filter and count a list of thousands, of which a page shows fifty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import batched
from typing import NamedTuple

from django.db.models import QuerySet

from livecompact.compacts.queries import Published
from livecompact.frame.keeping import Shelf
from livecompact.register.clocks import due_since
from livecompact.register.models import As, Signature, State
from livecompact.register.queries.signatories import HOLDING, PUBLIC, Shown, Signed, as_seen, in_public

AT_ONCE = 500
OF_A_LINE = (
    *("state", "signed_on", "renewed_on", "ended_on", "edition", "reason", "champion", "commitment", "backing"),
    *("organisation__name", "organisation__slug", "organisation__sector", "organisation__kind"),
    "organisation__invented",
)
"""The columns that a line of a list says, or tells how it stands by."""


class Sort(NamedTuple):
    """All that a list is filtered by: organisations that are alike in this are counted as one."""

    sector: str
    kind: str
    initial: str
    shown: Shown

    @property
    def holds(self) -> bool:
        """Whether the organisation is on the list of those that have signed."""
        return self.shown in HOLDING


@dataclass(frozen=True, slots=True)
class Brief:
    """A signature of which only so much is known as tells whether a list shows it."""

    signature: int
    sort: Sort


def briefs(actor: object, compact: Published, today: date) -> tuple[Brief, ...]:
    """Everyone who has signed a Compact, now or before, by name: each organisation once. One query at most."""
    del actor  # everyone may know it
    return _kept(compact, today, As.SIGNATORY)


def friends_now(actor: object, compact: Published, today: date) -> int:
    """How many Friends a Compact has. One query at most."""
    del actor  # as above
    return sum(each.sort.holds for each in _kept(compact, today, As.FRIEND))


def in_full(actor: object, compact: Published, wanted: Iterable[Brief], today: date) -> tuple[Signed, ...]:
    """Some of them with all that a line of the list says, in the same order. Two queries for each five hundred."""
    found: list[Signed] = []
    for some in batched((each.signature for each in wanted), AT_ONCE, strict=False):
        rows = {row.pk: row for row in _lines(actor, compact).filter(pk__in=some)}
        found += [as_seen(rows[pk], compact.agreement.calendar, today) for pk in some if pk in rows]
    return tuple(found)


SHELF: Shelf[tuple[str, As, date], tuple[Brief, ...]] = Shelf()


def _kept(compact: Published, today: date, signs_as: As) -> tuple[Brief, ...]:
    """They are the same for every page and filter of the list, so they are kept while the database stays as it is."""
    kept, key = SHELF.now(), (compact.id, signs_as, today)
    if key not in kept:
        kept[key] = _briefs(compact, today, signs_as)
    return kept[key]


def _lines(actor: object, compact: Published) -> QuerySet[Signature]:
    rows = in_public(actor, compact).select_related(None).select_related("organisation")
    return rows.prefetch_related(None).prefetch_related("organisation__identifiers").only(*OF_A_LINE).order_by()


def _briefs(compact: Published, today: date, signs_as: As) -> tuple[Brief, ...]:
    """Each organisation with the signature that holds or, where it ended, the last one."""
    rows = Signature.objects.filter(compact__slug=compact.id, latest=True, state__in=PUBLIC, signs_as=signs_as)
    rows = rows.order_by("organisation__folded_name", "organisation_id", "applied_at", "pk")
    cut = due_since(compact.agreement.calendar, today)
    found: dict[int, tuple[Brief, str]] = {}
    of = ("organisation__sector", "organisation__kind", "organisation__folded_name")
    for pk, organisation, state, signed, renewed, sector, kind, name in rows.values_list(
        "pk", "organisation_id", "state", "signed_on", "renewed_on", *of
    ):
        earlier = found.get(organisation)
        if earlier is None or earlier[1] != State.ACTIVE:
            due = state == State.ACTIVE and cut is not None and (renewed or signed) <= cut
            shown = Shown.RENEWAL_DUE if due else Shown(state)
            found[organisation] = (Brief(pk, Sort(sector, kind, name[:1], shown)), state)
    return tuple(brief for brief, _state in found.values())
