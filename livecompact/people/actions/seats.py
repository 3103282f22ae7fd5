"""Giving a role and ending it. Either signs the person out elsewhere and ends what they were invited to there."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from livecompact.people.actions.sessions import end_sessions
from livecompact.people.models import Invitation, Person, Seat
from livecompact.people.queries.standing_in import begins_before, ends_after
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
def stand_in(
    *,
    person: Person,
    role: Role,
    by: str,
    at: datetime,
    begins: datetime,
    until: datetime,
    compact: str,
    stands_in_for: Person | None = None,
) -> Seat:
    """Let a person hold a role of a Compact for a time, which ends by itself.

    ValidationError where they hold it at any moment of that time already, or where it ends before it begins.
    """
    if Seat.objects.filter(ends_after(begins), begins_before(until), person=person, role=role, compact=compact):
        raise ValidationError(_("They have this role at that time already"))
    seat = Seat(
        person=person,
        role=role,
        compact=compact,
        given_by=by,
        given_at=at,
        begins_at=begins,
        until=until,
        ended_by=by,
        stands_in_for=stands_in_for,
    )
    seat.full_clean()
    seat.save()
    _changed(seat, at, "")
    return seat


@transaction.atomic
def end_seat(*, seat: Seat, by: str, at: datetime, keep: str = "") -> Seat:
    """Take a role away, from this moment on. The row stays; the person's sessions end."""
    seat.until, seat.ended_by = at, by
    seat.begins_at = seat.begins_at and min(seat.begins_at, at)  # taken back before its day, it was never held
    seat.full_clean()
    seat.save(update_fields=["until", "ended_by", "begins_at"])
    _changed(seat, at, keep)
    return seat


def _changed(seat: Seat, at: datetime, keep: str) -> None:
    end_sessions(person=seat.person, keep=keep)
    Invitation.objects.filter(
        person=seat.person, compact=seat.compact, organisation=seat.organisation, over_at=None
    ).update(over_at=at, outcome="replaced")
