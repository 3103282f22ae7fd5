"""Inviting somebody to a role, and what becomes of it: it is used once, by one person, within seven days."""

import secrets
from datetime import datetime, timedelta
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction

from livecompact.people.actions.people import add_person
from livecompact.people.actions.seats import give_seat
from livecompact.people.models import Invitation, Person, Seat
from livecompact.people.queries import may_give, over
from livecompact.people.queries import person as known
from livecompact.people.queries.invitations import hashed
from livecompact.people.roles import Role
from livecompact.people.told import tell_invited

LASTS = timedelta(days=7)


class NotAllowed(Exception):
    """Who invites may not give that role."""


class InvitationOver(Exception):
    """The invitation is not there for this person any more: `why` is a word of `told.OVER`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@transaction.atomic
def invite(
    *,
    email: str,
    role: Role,
    by: Person | None,
    at: datetime,
    compact: str = "",
    organisation: str = "",
    side: str = "",
    mail: bool = True,
) -> Invitation:
    """Ask somebody by mail to take a role; an older invitation to the same dies. `by` is None for who runs the site.

    `mail` is False for made-up examples, which nobody is told of.

    The person is made if new, with no right at all. NotAllowed where `by` may not give the role; ValidationError where
    the address is none, the role is of the wrong thing, or the person has it.
    """
    if by is not None and not may_give(by, role, at=at, compact=compact, organisation=organisation):
        raise NotAllowed
    person = known(email) or add_person(email=email, at=at)
    _refuse_what_cannot_be(person, role, compact, organisation, side)
    Invitation.objects.filter(
        person=person, role=role, compact=compact, organisation=organisation, over_at=None
    ).update(over_at=at, outcome="replaced")
    secret = secrets.token_urlsafe(32)
    invitation = Invitation(
        person=person,
        role=role,
        compact=compact,
        organisation=organisation,
        side=side,
        secret=hashed(secret),
        sent_at=at,
        sent_by=by,
        dies_at=at + LASTS,
    )
    invitation.full_clean()
    invitation.save()
    if mail:
        transaction.on_commit(partial(tell_invited, invitation, secret))
    return invitation


@transaction.atomic
def send_again(*, invitation: Invitation, by: Person, at: datetime) -> Invitation:
    """Invite the same person to the same once more, for seven days; the older link dies. Refuses as `invite` does."""
    return invite(
        email=invitation.person.email,
        role=Role(invitation.role),
        by=by,
        at=at,
        compact=invitation.compact,
        organisation=invitation.organisation,
        side=invitation.side,
    )


@transaction.atomic
def accept(*, secret: str, person: Person, at: datetime, keep: str = "") -> Invitation:
    """Take the role. InvitationOver where it was used, withdrawn or is too old, or is for another person."""
    invitation = _open(secret, person, at)
    _over(invitation, "accepted", at)
    try:
        give_seat(
            person=person,
            role=Role(invitation.role),
            by=invitation.sent_by.email if invitation.sent_by else "the site",
            at=at,
            compact=invitation.compact,
            organisation=invitation.organisation,
            side=invitation.side,
            keep=keep,
        )
    except ValidationError:
        raise InvitationOver("taken") from None
    return invitation


@transaction.atomic
def decline(*, secret: str, person: Person, at: datetime) -> Invitation:
    """Say no to the role. InvitationOver as in `accept`."""
    return _over(_open(secret, person, at), "declined", at)


@transaction.atomic
def revoke(*, invitation: Invitation, at: datetime) -> Invitation:
    """Take an invitation back that nobody has answered; nothing happens where it is over."""
    row = Invitation.objects.select_for_update().get(pk=invitation.pk)
    return row if row.over_at else _over(row, "revoked", at)


def _refuse_what_cannot_be(person: Person, role: Role, compact: str, organisation: str, side: str) -> None:
    seat = Seat(person=person, role=role, compact=compact, organisation=organisation, side=side)
    seat.full_clean(exclude=["given_at", "given_by"])


def _open(secret: str, person: Person, at: datetime) -> Invitation:
    row = Invitation.objects.select_for_update().filter(secret=hashed(secret)).first()
    if row is None:
        raise InvitationOver("unknown")
    if row.person_id != person.pk or not person.is_active:
        raise InvitationOver("another")
    if why := over(row, at=at):
        raise InvitationOver(why)
    return row


def _over(invitation: Invitation, outcome: str, at: datetime) -> Invitation:
    invitation.over_at, invitation.outcome = at, outcome
    invitation.save(update_fields=["over_at", "outcome"])
    return invitation
