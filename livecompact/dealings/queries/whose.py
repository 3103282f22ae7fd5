"""In whose name somebody may act, and what that is called on the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing, State
from livecompact.kinds.kind import Kind
from livecompact.people.models import Person
from livecompact.people.queries import is_officer, organisations_of
from livecompact.register.models import As, Organisation, Sector, Signature, Status
from livecompact.register.models import State as Signed
from livecompact.standards.marking import N_
from livecompact.standards.standard import Side

FOR_ITSELF = N_("For the organisation")
"""The role of the organisation's own people, as the record names it."""

type Actor = Person | AnonymousUser


def organisations_for(actor: Actor, compact: Published, kind: Kind, at: datetime) -> tuple[Organisation, ...]:
    """The organisations in whose name somebody may publish a dealing of a kind here, by name.

    Those that they represent, where they have to do with this Compact; for its officer, all that have signed it.
    """
    rows = Organisation.objects.filter(status=Status.ACTIVE)
    if kind.acted_by is not Side.JOINT:
        rows = rows.filter(sector=Sector.STATUTORY if kind.acted_by is Side.STATUTORY else Sector.VOLUNTARY)
    if is_officer(actor, at=at, compact=compact.id):
        return tuple(rows.filter(pk__in=signed_here(compact)))
    return tuple(rows.filter(slug__in=organisations_of(actor, at=at), pk__in=known_to([compact.id])))


def own(actor: Actor, organisation: Organisation, at: datetime) -> bool:
    """Whether somebody acts as the organisation's own person."""
    return organisation.slug in organisations_of(actor, at=at)


def by_of(actor: Actor, organisation: Organisation, at: datetime) -> str:
    """The role in which somebody acts for an organisation, as the record names it; never who they are."""
    return _(FOR_ITSELF) if own(actor, organisation, at) else _("Compact officer")


@dataclass(frozen=True)
class ActsAs:
    """An organisation, and the role in which somebody speaks for it."""

    organisation: Organisation
    by: str


def acts_as(actor: Actor, dealing: Dealing, at: datetime) -> ActsAs:
    """In what role somebody changes a dealing that they may change."""
    return ActsAs(dealing.organisation, by_of(actor, dealing.organisation, at))


def replies_as(actor: Actor, compact: Published, dealing: Dealing, at: datetime) -> tuple[Organisation, ...]:
    """The organisations of the other side in whose name somebody may reply here, by name."""
    others = Organisation.objects.filter(status=Status.ACTIVE).exclude(pk=dealing.organisation_id)
    if dealing.state == State.SHARED:
        others = others.filter(slug=dealing.towards.slug if dealing.towards else "")
    others = others.exclude(sector=dealing.organisation.sector).exclude(sector=Sector.BUSINESS)
    if is_officer(actor, at=at, compact=compact.id):
        return tuple(others.filter(pk__in=signed_here(compact)))
    judging = {dealing.home_id, *(each.compact_id for each in dealing.judged.all())}
    return tuple(others.filter(slug__in=organisations_of(actor, at=at), pk__in=known_to(judging)))


def disputes_as(actor: Actor, compact: Published, dealing: Dealing, at: datetime) -> tuple[Organisation, ...]:
    """The organisations in whose name somebody may say that a fact is another, by name.

    Where the dealing names whom it concerns, that one alone; otherwise every signatory of the other side.
    """
    if dealing.towards_id is None:
        signed = set(signed_here(compact))
        return tuple(each for each in replies_as(actor, compact, dealing, at) if each.pk in signed)
    own = organisations_of(actor, at=at)
    rows = Organisation.objects.filter(pk=dealing.towards_id, status=Status.ACTIVE)
    may = is_officer(actor, at=at, compact=compact.id)
    return tuple(each for each in rows if may or each.slug in own)


def known_to(compacts: Iterable[str]) -> QuerySet[Signature, int]:
    """The ids of the organisations that have signed one of these Compacts, asked to, or once had."""
    return Signature.objects.filter(compact__slug__in=compacts).values_list("organisation", flat=True)


def signed_here(compact: Published) -> QuerySet[Signature, int]:
    """The ids of the organisations that have signed, and are still bound."""
    rows = Signature.objects.filter(compact__slug=compact.id, latest=True, state=Signed.ACTIVE, signs_as=As.SIGNATORY)
    return rows.values_list("organisation", flat=True)
