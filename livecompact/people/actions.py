"""What is done to people: every change to this room's tables is here."""

from datetime import datetime

from django.db import transaction

from livecompact.people.models import Office, Person
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
def give_office(*, person: Person, role: Role, by: str, at: datetime, compact: str = "") -> Office:
    """Let a person be officer of a Compact, or administrator; ValidationError where they are already."""
    office = Office(person=person, role=role, compact=compact, given_by=by, given_at=at)
    office.full_clean()
    office.save()
    return office


@transaction.atomic
def end_office(*, office: Office) -> None:
    """Take an office away, from this moment on."""
    office.delete()
