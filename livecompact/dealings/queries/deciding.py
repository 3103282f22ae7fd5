"""What those who run a Compact may decide where two sides disagree: what everybody reads, and nothing of their own."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.models import SEEN, Dispute, HowSettled
from livecompact.dealings.queries.whose import Actor
from livecompact.dealings.rights import MAY
from livecompact.people.models import Person
from livecompact.people.queries import organisations_of, roles_of, ties
from livecompact.people.roles import Role, allowed

MOST = 100
LATELY = 10


@dataclass(frozen=True)
class ToDecide:
    """A dispute, and whether its reader belongs to one of its sides: then somebody else decides."""

    dispute: Dispute
    is_of_a_side: bool


def to_decide(actor: Actor, compact: Published, at: datetime) -> tuple[ToDecide, ...]:
    """The disputes of a Compact that nobody has ended, the oldest first; at most a hundred."""
    rows = _rows(actor, compact, at).filter(settled="")
    own = _own(actor, at)
    return tuple(ToDecide(row, _is_of_a_side(row, own)) for row in rows[:MOST])


def decided(actor: Actor, compact: Published, at: datetime) -> tuple[Dispute, ...]:
    """Those that were decided last."""
    return tuple(_rows(actor, compact, at).filter(settled=HowSettled.DECIDED).order_by("-settled_on", "-pk")[:LATELY])


def one_to_decide(actor: Actor, compact: Published, number: int, at: datetime) -> ToDecide:
    """One of them, also once it is over; NotThere where there is none, or for who does not run the Compact."""
    row = _rows(actor, compact, at).filter(pk=number).first()
    if row is None:
        raise NotThere(str(number))
    return ToDecide(row, _is_of_a_side(row, _own(actor, at)))


def decides_as(actor: Actor, compact: Published, at: datetime) -> Role:
    """In which role somebody decides here: who runs it from day to day before who sits in its group."""
    roles = roles_of(actor, at=at, compact=compact.id)
    return next((role for role in (Role.OFFICER, Role.CO_CHAIR, Role.GROUP_MEMBER) if role in roles), Role.OFFICER)


def may_decide(actor: Actor, compact: Published, dispute: Dispute, at: datetime) -> bool:
    """Whether somebody may decide a dispute of a dealing as it is now."""
    roles = roles_of(actor, at=at, compact=compact.id)
    return allowed(MAY, "dispute.decide", roles, state=dispute.dealing.state) and not _is_of_a_side(
        dispute, _own(actor, at)
    )


def _rows(actor: Actor, compact: Published, at: datetime) -> QuerySet[Dispute]:
    roles = roles_of(actor, at=at, compact=compact.id)
    states = [state for state in SEEN if allowed(MAY, "dispute.decide", roles, state=state)]
    rows = Dispute.objects.filter(dealing__home__slug=compact.id, dealing__state__in=states)
    return rows.select_related("organisation", "dealing__organisation", "dealing__home", "dealing__towards")


def _own(actor: Actor, at: datetime) -> frozenset[str]:
    """The organisations for which somebody acts, works, or sits on a board, as far as they told."""
    told = {each.organisation for each in ties(actor)} if isinstance(actor, Person) else set()
    return frozenset(organisations_of(actor, at=at) | (told - {""}))


def _is_of_a_side(row: Dispute, own: frozenset[str]) -> bool:
    return bool({row.organisation.slug, row.dealing.organisation.slug} & own)
