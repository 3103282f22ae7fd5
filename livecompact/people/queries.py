"""What is asked about people."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from livecompact.people.models import Person, Seat
from livecompact.people.roles import REACH, Reach, Role

VISITOR = frozenset({Role.VISITOR})


def roles_of(
    person: Person | AnonymousUser,
    *,
    at: datetime,
    compact: str = "",
    organisation: str = "",
    any_organisation: bool = False,
) -> frozenset[Role]:
    """The roles that somebody holds where that Compact and that organisation are spoken of, and of the whole site.

    `any_organisation` also counts what they are in an organisation that is not named. One query, and none for who is
    not signed in. The roles of one concern are asked of that concern.
    """
    if not isinstance(person, Person) or not person.is_active:
        return VISITOR
    held = VISITOR | {Role.PERSON}
    for seat in seats(person, at=at):
        role = Role(seat.role)
        match REACH[role]:
            case Reach.COMPACT:
                reaches = seat.compact == compact
            case Reach.ORGANISATION:
                reaches = seat.organisation == organisation or (any_organisation and not organisation)
            case _:
                reaches = True
        held |= {role} if reaches else set()
    return held


def seats(person: Person, *, at: datetime) -> QuerySet[Seat]:
    """The roles that somebody holds at that moment, oldest first."""
    return Seat.objects.filter(_held(at), person=person).order_by("given_at", "pk")


def organisations_of(person: Person | AnonymousUser, *, at: datetime) -> frozenset[str]:
    """The organisations in whose name somebody may act, by their names in addresses. One query."""
    if not isinstance(person, Person) or not person.is_active:
        return frozenset()
    return frozenset(seats(person, at=at).filter(role=Role.REPRESENTATIVE).values_list("organisation", flat=True))


def holders(role: Role, *, at: datetime, compact: str = "", organisation: str = "") -> QuerySet[Person]:
    """Who holds a role of that Compact or organisation and can sign in, by email address."""
    held = Seat.objects.filter(_held(at), role=role, compact=compact, organisation=organisation)
    return Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by("email")


def person(email: str) -> Person | None:
    """The person with that email address, if there is one."""
    return Person.objects.filter(email=email.strip().lower()).first()


def _held(at: datetime) -> Q:
    return Q(until=None) | Q(until__gt=at)
