"""What is asked about people."""

from django.contrib.auth.models import AnonymousUser

from livecompact.people.models import Office, Person
from livecompact.people.roles import Role

VISITOR = frozenset({Role.VISITOR})


def roles_of(person: Person | AnonymousUser, compact: str | None = None) -> frozenset[Role]:
    """The roles that somebody holds at one Compact, or on the site's own pages where `compact` is None.

    One query, and none for who is not signed in.
    """
    if not isinstance(person, Person) or not person.is_active:
        return VISITOR
    held = Office.objects.filter(person=person, compact__in=["", compact or ""]).values_list("role", flat=True)
    return VISITOR | {Role(role) for role in held}


def person(email: str) -> Person | None:
    """The person with that email address, if there is one."""
    return Person.objects.filter(email=email.strip().lower()).first()
