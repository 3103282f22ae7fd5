"""Who stands in for somebody: for a time that is over by itself, and that may lie ahead."""

from datetime import datetime

from django.db.models import F, Q, QuerySet

from livecompact.people.models import Person, Seat


def stand_ins(compact: str, *, at: datetime) -> QuerySet[Seat]:
    """Who stands in for somebody in a Compact now or will later, the earliest first, each with its person."""
    of = Seat.objects.filter(compact=compact, begins_at__isnull=False, until__gt=at)
    return of.select_related("person", "stands_in_for").order_by("begins_at", "pk")


def stand_in(pk: int) -> Seat | None:
    """The seat of somebody who stands in, over or not."""
    found = Seat.objects.filter(pk=pk, begins_at__isnull=False)
    return found.select_related("person", "stands_in_for").first()


def stood_in(*, at: datetime, since: datetime) -> tuple[Seat, ...]:
    """Whose time of standing in ended between two moments, and had begun, in every Compact."""
    over = Seat.objects.filter(begins_at__lt=F("until"), until__gt=since, until__lte=at)
    return tuple(over.select_related("person", "stands_in_for").order_by("pk"))


def coming(person: Person, *, at: datetime) -> QuerySet[Seat]:
    """The roles that somebody will hold from a later day on, the earliest first."""
    return Seat.objects.filter(person=person, begins_at__gt=at, until__gt=at).order_by("begins_at", "pk")


def ends_after(moment: datetime) -> Q:
    """The seats that are not over by then."""
    return Q(until=None) | Q(until__gt=moment)


def begins_before(moment: datetime) -> Q:
    """The seats that have begun by then; who does not stand in holds theirs from the start."""
    return Q(begins_at=None) | Q(begins_at__lt=moment)
