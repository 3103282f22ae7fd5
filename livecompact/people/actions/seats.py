"""Giving a role and ending it. Either signs the person out elsewhere and ends what they were invited to there."""

from datetime import datetime

from django.db import transaction

from livecompact.people.actions.sessions import end_sessions
from livecompact.people.models import Invitation, Person, Seat
from livecompact.people.roles import Role


@transaction.atomic
def give_seat(
    *,
    person: Person,
    role: Role,
    by: str,
    at: datetime,
    compact: str = "",
    organisation: str = "",
    side: str = "",
    until: datetime | None = None,
    keep: str = "",
) -> Seat:
    """Give a person a role, of a Compact, of an organisation or of the site as `REACH` says; `until` ends it by itself.

    Their sessions end, but for the one of the key `keep`. ValidationError where they hold it already, where it is of
    the wrong thing, or where the side has its co-chair.
    """
    seat = Seat(
        person=person,
        role=role,
        compact=compact,
        organisation=organisation,
        side=side,
        given_by=by,
        given_at=at,
        until=until,
        ended_by=by if until else "",
    )
    seat.full_clean()
    seat.save()
    _changed(seat, at, keep)
    return seat


@transaction.atomic
def end_seat(*, seat: Seat, by: str, at: datetime, keep: str = "") -> Seat:
    """Take a role away, from this moment on. The row stays; the person's sessions end."""
    seat.until, seat.ended_by = at, by
    seat.full_clean()
    seat.save(update_fields=["until", "ended_by"])
    _changed(seat, at, keep)
    return seat


def _changed(seat: Seat, at: datetime, keep: str) -> None:
    end_sessions(person=seat.person, keep=keep)
    Invitation.objects.filter(
        person=seat.person, compact=seat.compact, organisation=seat.organisation, over_at=None
    ).update(over_at=at, outcome="replaced")
