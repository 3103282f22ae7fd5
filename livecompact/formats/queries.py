"""What is asked about requests for another form; who may see whom they are for."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from livecompact.compacts.queries import NotThere, Published
from livecompact.formats.models import Request, State
from livecompact.formats.wanted import BY_ID
from livecompact.frame.fields import Words
from livecompact.people.models import Person
from livecompact.people.queries import is_officer

type Actor = Person | AnonymousUser


@dataclass(frozen=True)
class Asked:
    """A request as whoever has its reference may see it: nothing of a person."""

    reference: str
    called: Words
    due_on: date | None
    state: str


@dataclass(frozen=True)
class Line:
    """A request as the officer sees it, with the row that an answer changes."""

    row: Request
    choice: Words
    asked_on: date
    late: bool


def asked(actor: Actor, compact: Published, reference: str) -> Asked:  # noqa: ARG001 (the reference is the right to see it)
    """A request by its reference; NotThere where this Compact has none."""
    row = _found(compact, reference)
    return Asked(row.reference, BY_ID[row.wanted].called, row.due_on, row.state)


def line(actor: Actor, compact: Published, reference: str, at: datetime) -> Line:
    """A request with all that it says, for an officer; NotThere for everybody else."""
    if not is_officer(actor, at=at, compact=compact.id):
        raise NotThere(reference)
    return _line(_found(compact, reference), localdate(at))


def waiting(actor: Actor, compact: Published, at: datetime) -> tuple[Line, ...]:
    """The open requests of a Compact, that with the nearest day first; none for who may not see them."""
    rows = (
        Request.objects.filter(compact_id=compact.id, state=State.OPEN)
        if is_officer(actor, at=at, compact=compact.id)
        else ()
    )
    return tuple(_line(row, localdate(at)) for row in rows)


def answered(actor: Actor, compact: Published, at: datetime, *, most: int = 50) -> tuple[Line, ...]:
    """The newest requests that were answered, newest first; none for who may not see them."""
    if not is_officer(actor, at=at, compact=compact.id):
        return ()
    rows = Request.objects.filter(compact_id=compact.id).exclude(state=State.OPEN).order_by("-done_at", "-pk")[:most]
    return tuple(_line(row, localdate(at)) for row in rows)


def _found(compact: Published, reference: str) -> Request:
    try:
        return Request.objects.get(compact_id=compact.id, reference=reference)
    except Request.DoesNotExist:
        raise NotThere(reference) from None


def _line(row: Request, today: date) -> Line:
    late = row.state == State.OPEN and row.due_on is not None and row.due_on < today
    return Line(row, BY_ID[row.wanted].choice, localdate(row.asked_at), late)
