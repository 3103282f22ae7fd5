"""A body signs for members that it lists; each is told, and can say that it is not right."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.people import actions as people
from livecompact.people.queries import person as person_of
from livecompact.people.queries import who_runs
from livecompact.record import actions as record
from livecompact.register import letters
from livecompact.register.actions.deciding import decline, withdraw
from livecompact.register.actions.organisations import found_or_added
from livecompact.register.actions.signing import AlreadySigned, CannotSign, Signing, sign
from livecompact.register.actions.telling_charities import tell_charity
from livecompact.register.clocks import answer_by
from livecompact.register.identifiers import CHARITY, OrgId
from livecompact.register.joining.letters import WAITS
from livecompact.register.members import Member
from livecompact.register.models import How, Kind, Organisation, Sector, Signature, State

BY = "the organisation"


@dataclass
class ForMembers:
    """What came of a list: whose sign-ups wait for a check now, and the names of those that could not be signed for."""

    signed: list[Signature] = field(default_factory=list)
    signed_before: list[str] = field(default_factory=list)
    cannot: list[str] = field(default_factory=list)


@transaction.atomic
def sign_for(*, body: Organisation, members: Sequence[Member], compact: Published, at: datetime) -> ForMembers:
    """Sign for each member; every sign-up waits for an officer's check, as any other does."""
    came = ForMembers()
    for member in members:
        organisation = _organisation(member, compact, at)
        if organisation == body:
            came.cannot.append(member.name)
            continue
        try:
            came.signed.append(_sign(body, member, organisation, compact, at))
        except AlreadySigned:
            came.signed_before.append(member.name)
        except CannotSign:
            came.cannot.append(member.name)
    if came.signed:
        _tell_officers(came.signed[0], at)
    return came


@transaction.atomic
def not_right(*, reference: str, at: datetime) -> bool:
    """Take back what a body signed for a member, because the member says so; False where there is nothing to take."""
    found = Signature.objects.filter(reference=reference, latest=True).exclude(represented_by=None).first()
    reason, by = _("It says that nobody could sign for it."), BY
    if found and found.state in (State.APPLIED, State.ASKED):
        decline(signature=found, reason=reason, by=by, at=at)
        return True
    if found and found.state == State.ACTIVE:
        withdraw(signature=found, last_day=max(localdate(at), found.signed_on), reason=reason, by=by, at=at)
        return True
    return False


def _organisation(member: Member, compact: Published, at: datetime) -> Organisation:
    return found_or_added(
        name=member.name,
        sector=Sector.VOLUNTARY,
        kind=Kind.CHARITY if member.number else Kind.GROUP,
        by=BY,
        at=at,
        compact=compact.id,
        identifiers=[OrgId(CHARITY, member.number)] if member.number else [],
    )


def _sign(
    body: Organisation, member: Member, organisation: Organisation, compact: Published, at: datetime
) -> Signature:
    today = localdate(at)
    signature = sign(
        compact=compact.id,
        organisation=organisation,
        edition=compact.edition.id,
        signed_on=today,
        by=BY,
        at=at,
        answer_by=answer_by(compact.agreement.calendar, today),
        how=How.LIST,
        says=Signing(contact_email=member.email, represented_by=body),
    )
    to = person_of(member.email) or people.add_person(email=member.email, at=at)
    subject = f"signature/{signature.reference}"
    record.notify(to=to, reason=letters.SIGNED_FOR, subject=subject, occurrence="signed", compact=compact.id, at=at)
    tell_charity(signature=signature, signer=member.email, at=at)
    return signature


def _tell_officers(signature: Signature, at: datetime) -> None:
    """One notice for a whole list."""
    compact, subject = str(signature.compact_id), f"signature/{signature.reference}"
    for officer in who_runs(compact, at=at):
        record.notify(to=officer, reason=WAITS, subject=subject, occurrence="signed", compact=compact, at=at)
