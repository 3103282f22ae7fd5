"""What waits for an officer: sign-ups to check, renewals that are due, and organisations that may be gone."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from livecompact.compacts.queries import Published
from livecompact.people.models import Person
from livecompact.people.queries import is_officer, organisations_of
from livecompact.register.models import OPEN, Organisation, Signature, Signer, State
from livecompact.register.queries.charities import deregistered
from livecompact.register.queries.organisations import NotThere
from livecompact.register.queries.signatories import Shown, Signed, asked_for, friends, signatories

type Actor = Person | AnonymousUser


@dataclass(frozen=True)
class Seen:
    """A sign-up as an officer sees it, with who signed, if that is known, and whether its answer is late."""

    signature: Signature
    signer: Signer | None
    late: bool


def waiting(actor: Actor, compact: Published, at: datetime) -> tuple[Seen, ...]:
    """The sign-ups that an officer has to answer, oldest first, then those that were asked something; else none."""
    if not is_officer(actor, at=at, compact=compact.id):
        return ()
    rows = Signature.objects.filter(compact__slug=compact.id, latest=True, state__in=[State.APPLIED, State.ASKED])
    found = tuple(rows.select_related("organisation", "represented_by").order_by("state", "applied_at", "pk"))
    signers = {each.reference: each for each in Signer.objects.filter(reference__in=[row.reference for row in found])}
    return tuple(Seen(row, signers.get(row.reference), _late(row, localdate(at))) for row in found)


def sign_up(actor: Actor, compact: Published, slug: str, at: datetime) -> Seen:
    """The sign-up of an organisation for an officer: the one that waits or holds, or else the last; else NotThere."""
    row = _newest(compact, slug) if is_officer(actor, at=at, compact=compact.id) else None
    if row is None:
        raise NotThere(slug)
    return Seen(row, Signer.objects.filter(reference=row.reference).first(), _late(row, localdate(at)))


def own_sign_up(actor: Actor, compact: Published, slug: str, at: datetime) -> Seen:
    """The same for who acts for the organisation, without who signed: that may be another person. Else NotThere."""
    row = _newest(compact, slug) if slug in organisations_of(actor, at=at) else None
    if row is None:
        raise NotThere(slug)
    return Seen(row, None, _late(row, localdate(at)))


def signed_for(compact: Published, reference: str) -> Signature:
    """What a body signed for a member, by its reference, as it stands now; NotThere where none did."""
    rows = Signature.objects.filter(compact__slug=compact.id, reference=reference, latest=True)
    row = rows.exclude(represented_by=None).select_related("organisation", "represented_by").first()
    if row is None:
        raise NotThere(reference)
    return row


def own_sign_ups(actor: Actor, at: datetime) -> tuple[Signature, ...]:
    """What the organisations that somebody acts for have signed, or wait to sign, by name; in every Compact."""
    rows = Signature.objects.filter(organisation__slug__in=organisations_of(actor, at=at), latest=True, state__in=OPEN)
    return tuple(rows.select_related("organisation").order_by("organisation__folded_name", "compact"))


def gone(actor: Actor, compact: Published, at: datetime) -> tuple[Organisation, ...]:
    """Signatories that the register of charities has removed, for an officer to look at."""
    if not is_officer(actor, at=at, compact=compact.id):
        return ()
    here = Signature.objects.filter(compact__slug=compact.id, latest=True, state__in=OPEN).values("organisation")
    return tuple(deregistered(Organisation.objects.filter(pk__in=here)))


def asked_to_renew(actor: Actor, compact: Published, at: datetime) -> tuple[Signed, ...]:
    """Those that are asked for another year or a new edition, for an officer: the longest due first."""
    if not is_officer(actor, at=at, compact=compact.id):
        return ()
    today = localdate(at)
    everyone = (*signatories(actor, compact, today), *friends(actor, compact, today))
    due = [each for each in everyone if asked_for(compact, each)]
    return tuple(sorted(due, key=lambda each: each.renewal_due_on or date.max))


def renewals_due(actor: Actor, compact: Published, at: datetime) -> tuple[Signed, ...]:
    """Those of them whose year is over."""
    return tuple(each for each in asked_to_renew(actor, compact, at) if each.shown is Shown.RENEWAL_DUE)


def _late(row: Signature, today: date) -> bool:
    return row.state == State.APPLIED and row.answer_by is not None and row.answer_by < today


def _newest(compact: Published, slug: str) -> Signature | None:
    """What an organisation has open in a Compact, or else what it had last."""
    rows = Signature.objects.filter(compact__slug=compact.id, organisation__slug=slug, latest=True)
    found = list(rows.select_related("organisation", "represented_by").order_by("applied_at", "pk"))
    return next((row for row in found if row.state in OPEN), found[-1] if found else None)
