"""Who is there, and what they told of themselves."""

from datetime import datetime

from django.db.models import Prefetch, QuerySet

from livecompact.people.models import Person, Seat, Session, Tie
from livecompact.people.queries.roles import held


def person(email: str) -> Person | None:
    """The person with that email address, if there is one."""
    return Person.objects.filter(email=email.strip().lower()).first()


def people(*, at: datetime) -> QuerySet[Person]:
    """Everyone who can sign in, by email address, each with the seats that they hold as `held_now`."""
    now = Prefetch("seats", Seat.objects.filter(held(at)).order_by("given_at", "pk"), to_attr="held_now")
    return Person.objects.filter(is_active=True).order_by("email").prefetch_related(now)


def sessions(person: Person, *, at: datetime) -> QuerySet[Session]:
    """Where somebody is signed in, the one used last first."""
    return Session.objects.filter(person=person, expire_date__gt=at)


def ties(person: Person) -> QuerySet[Tie]:
    """What somebody told of their links to organisations."""
    return Tie.objects.filter(person=person)
