"""What is done to people: every change to this room's tables is here."""

from datetime import datetime

from django.db import transaction

from livecompact.people.models import Person, Seat
from livecompact.people.roles import Role


@transaction.atomic
def add_person(*, email: str, at: datetime, name: str = "") -> Person:
    """Make a person who can sign in; ValidationError where the address is in use or is none."""
    person = Person(email=email.strip().lower(), name=name, joined_at=at)
    person.set_unusable_password()
    person.full_clean()
    person.save()
    return person


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
) -> Seat:
    """Give a person a role, of a Compact, of an organisation or of the site as `REACH` says; `until` ends it by itself.

    ValidationError where they hold it already, where it is of the wrong thing, or where the side has its co-chair.
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
    return seat


@transaction.atomic
def end_seat(*, seat: Seat, by: str, at: datetime) -> Seat:
    """Take a role away, from this moment on. The row stays."""
    seat.until, seat.ended_by = at, by
    seat.full_clean()
    seat.save(update_fields=["until", "ended_by"])
    return seat
