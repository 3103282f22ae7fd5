"""What is asked about complaints, and who may see whose they are."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from livecompact.complaints.models import Complaint
from livecompact.people.models import Person
from livecompact.people.queries import roles_of
from livecompact.people.roles import ADMINISTRATORS

type Actor = Person | AnonymousUser


class NotThere(LookupError):
    """There is no such complaint, or the actor may not see it."""


@dataclass(frozen=True)
class Stands:
    """A complaint as whoever has its key may see it: nothing of what was said in it."""

    reference: str
    received_on: date
    answer_by: date
    answered: bool
    longer_why: str
    outcome: str
    by_post: bool


@dataclass(frozen=True)
class Line:
    """A complaint as an administrator sees it: the next thing to do has its day, which may be over."""

    row: Complaint
    received_on: date
    due: date
    late: bool


def stands(actor: Actor, key: str) -> Stands:  # noqa: ARG001 (the key is the right to see it)
    """A complaint by its key; NotThere where there is none."""
    row = Complaint.objects.filter(key=key).first()
    if row is None:
        raise NotThere(key)
    answered = row.answered_at is not None
    by_post = not row.email and row.cleared_at is None
    return Stands(
        row.reference, localdate(row.received_at), row.answer_by, answered, row.longer_why, row.outcome, by_post
    )


def line(actor: Actor, reference: str, at: datetime) -> Line:
    """A complaint with all that it says, for an administrator; NotThere for everybody else."""
    row = Complaint.objects.filter(reference=reference).first() if may(actor, at) else None
    if row is None:
        raise NotThere(reference)
    return _line(row, localdate(at))


def waiting(actor: Actor, at: datetime) -> tuple[Line, ...]:
    """The complaints that are not answered, that with the nearest day first; none for who may not see them."""
    rows = Complaint.objects.filter(answered_at=None) if may(actor, at) else ()
    return tuple(sorted((_line(row, localdate(at)) for row in rows), key=lambda each: (each.due, each.row.pk)))


def answered(actor: Actor, at: datetime, *, most: int = 50) -> tuple[Line, ...]:
    """The complaints that were answered last; none for who may not see them."""
    rows = Complaint.objects.exclude(answered_at=None).order_by("-answered_at", "-pk")[:most] if may(actor, at) else ()
    return tuple(_line(row, localdate(at)) for row in rows)


def may(actor: Actor, at: datetime) -> bool:
    """Whether somebody may see complaints: who runs the site, and nobody of one Compact."""
    return not roles_of(actor, at=at).isdisjoint(ADMINISTRATORS)


def _line(row: Complaint, today: date) -> Line:
    due = row.answer_by if row.acknowledged_at else row.acknowledge_by
    return Line(row, localdate(row.received_at), due, row.answered_at is None and due < today)
