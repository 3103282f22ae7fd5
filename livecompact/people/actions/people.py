"""Adding a person, and noting that they signed in."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from livecompact.people.models import Person


@transaction.atomic
def add_person(*, email: str, at: datetime, name: str = "") -> Person:
    """Make a person who can sign in; ValidationError where the address is in use or is none."""
    person = Person(email=email.strip().lower(), name=name, joined_at=at)
    person.set_unusable_password()
    person.full_clean()
    person.save()
    return person


@transaction.atomic
def note_sign_in(*, person: Person) -> int:
    """Count one more sign-in; how many there were with it."""
    Person.objects.filter(pk=person.pk).update(sign_ins=F("sign_ins") + 1)
    person.refresh_from_db(fields=["sign_ins"])
    return person.sign_ins
