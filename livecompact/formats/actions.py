"""What changes requests for another form: asking, answering, and forgetting whom they were for."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.compacts.queries import Published
from livecompact.formats import clock
from livecompact.formats.models import Request, State
from livecompact.formats.own_data import requests
from livecompact.formats.told import ASKED
from livecompact.formats.wanted import Wanted
from livecompact.frame.references import new_reference
from livecompact.people.personal import Whom
from livecompact.people.queries import who_runs
from livecompact.record import actions as record
from livecompact.standards.calendar import newest

MOST_AN_HOUR = 30
"""How many requests of one Compact are taken in an hour; more come from a machine."""

PERSONAL = ("what", "language", "name", "email", "phone", "address", "reason")


class TooMany(Exception):
    """More is asked just now than people could have asked."""


class DoneAlready(Exception):
    """Somebody has answered this request before."""


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Who asks and how they are reached; what the form in question does not need is empty."""

    name: str
    email: str = ""
    phone: str = ""
    address: str = ""
    language: str = ""


@transaction.atomic
def ask(*, compact: Published, wanted: Wanted, what: str, asker: Asker, by: str, at: datetime) -> Request:  # noqa: ARG001 (for the record)
    """Ask for something in another form, and tell who runs the Compact. It is not public, so not on the record.

    TooMany where more is asked than people could; ValidationError where nobody could be reached.
    """
    if Request.objects.filter(compact_id=compact.id, asked_at__gt=at - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise TooMany
    request = Request(
        compact_id=compact.id,
        reference=new_reference("AW"),
        wanted=wanted.id,
        what=what,
        **vars(asker),
        asked_at=at,
        due_on=clock.due_on(compact.agreement, localdate(at)),
    )
    request.full_clean()
    request.save()
    for person in who_runs(compact.id, at=at):
        record.notify(
            to=person,
            reason=ASKED,
            subject=f"another-way/{request.reference}",
            occurrence="1",
            compact=compact.id,
            at=at,
        )
    return request


@transaction.atomic
def answer(*, request: Request, state: State, reason: str, by: str, at: datetime) -> Request:
    """Say that it was sent, or why it cannot be done. `by` is a role.

    DoneAlready where it was answered before; ValidationError where it cannot be done and no reason is given.
    """
    locked = Request.objects.select_for_update().get(pk=request.pk)
    if locked.state != State.OPEN:
        raise DoneAlready
    locked.state, locked.reason, locked.done_by, locked.done_at = state, reason, by, at
    locked.full_clean()
    locked.save()
    return locked


@transaction.atomic
def purge(*, at: datetime) -> int:
    """Forget whom requests were for that were done long enough ago; how many there were."""
    until: date | None = clock.cleared_until(newest("england-and-wales"), localdate(at))
    done = Request.objects.exclude(state=State.OPEN).filter(cleared_at=None, done_at__date__lte=until)
    return done.update(cleared_at=at, **dict.fromkeys(PERSONAL, ""))


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Forget that somebody asked: what is open goes whole, and of what was answered stays that there was something."""
    found = requests(whom)
    done = found.exclude(state=State.OPEN).update(cleared_at=at, **dict.fromkeys(PERSONAL, ""))
    gone, _each = found.filter(state=State.OPEN).delete()
    return done + gone
