"""Handing a Compact over for some days: the officer who is away names who stands in, and both are told."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.frame.dates import long_date
from livecompact.people import actions as people
from livecompact.people import queries
from livecompact.people.models import Person, Seat
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record.letters import Letter
from livecompact.record.models import Notice
from livecompact.record.queries import already_told

REASON = "standing-in"
GIVEN, ENDED = "given", "ended"
TOLD_FOR = timedelta(days=14)
"""How long after its end both are still told of it, where no worker ran; our own number."""


@transaction.atomic
def hand_over(*, compact: Published, email: str, begins: date, until: date, by: Person, at: datetime) -> Seat:
    """Let somebody run a Compact from one day to another, both days counted, and tell both.

    NotAllowed where `by` may not give the role; ValidationError where they have it at that time already.
    """
    if not queries.may_give(by, Role.OFFICER, at=at, compact=compact.id):
        raise people.NotAllowed
    is_officer = queries.seats(by, at=at).filter(role=Role.OFFICER, compact=compact.id).exists()
    seat = people.stand_in(
        person=queries.person(email) or people.add_person(email=email, at=at),
        role=Role.OFFICER,
        by=by.email,
        at=at,
        begins=max(_morning(begins), at),
        until=_morning(until + timedelta(days=1)),
        compact=compact.id,
        stands_in_for=by if is_officer else None,
    )
    _tell(seat, GIVEN, at)
    return seat


@transaction.atomic
def take_back(*, compact: Published, pk: int, by: Person, at: datetime) -> None:
    """End it before its day, and tell both. NotAllowed where `by` may not; nothing happens where it is over."""
    if not queries.may_give(by, Role.OFFICER, at=at, compact=compact.id):
        raise people.NotAllowed
    for seat in queries.stand_ins(compact.id, at=at):
        if seat.pk == pk:
            _tell(people.end_seat(seat=seat, by=by.email, at=at), ENDED, at)


def sweep(*, at: datetime) -> int:
    """Tell both of each time that has ended by itself, once; how many such times there were."""
    told = {subject for _person, subject in already_told(reason=REASON, occurrence=ENDED)}
    over = [seat for seat in queries.stood_in(at=at, since=at - TOLD_FOR) if _subject(seat) not in told]
    for seat in over:
        _tell(seat, ENDED, at)
    return len(over)


def letter(notice: Notice, at: datetime) -> Letter | None:
    """That somebody stands in, or does no more, to either of the two; None where that has changed since."""
    seat = queries.stand_in(int(notice.subject.partition("/")[2]))
    if seat is None or seat.until is None or (notice.occurrence == GIVEN) is (seat.until <= at):
        return None
    is_own = seat.person_id == notice.person_id
    says = _given(seat, own=is_own) if notice.occurrence == GIVEN else _ended(own=is_own)
    address = reverse("me") if is_own else reverse("hand_over", kwargs={"compact": seat.compact})
    why = _("You get this because you were named for it.") if is_own else _("You get this because you handed over.")
    return Letter(subject=says[0], lines=says[1:], address=address, why=why, thread=notice.subject)


def days(seat: Seat) -> tuple[date, date]:
    """The first and the last day of a seat of somebody who stands in."""
    if seat.begins_at is None or seat.until is None:
        raise ValueError(seat)
    return localdate(seat.begins_at), localdate(seat.until - timedelta(seconds=1))


def _given(seat: Seat, *, own: bool) -> tuple[str, ...]:
    first, last = (long_date(day) for day in days(seat))
    between = _("From %(first)s to %(last)s, both days counted.") % {"first": first, "last": last}
    ends = _("It begins and ends by itself.")
    if not own:
        return _("Somebody stands in for you"), between, ends, _("You keep your role. You can take it back here:")
    step = () if queries.has_second_factor(seat.person) else (_("Set up a second step first. It needs one."),)
    return _("You stand in as Compact officer"), between, ends, *step, _("Sign in here:")


def _ended(*, own: bool) -> tuple[str, ...]:
    if own:
        return _("You do not stand in any more"), _("Your time as Compact officer is over."), _("Your account:")
    return _("Nobody stands in for you any more"), _("What waits is yours again."), _("See it here:")


def _tell(seat: Seat, occurrence: str, at: datetime) -> None:
    for person in filter(None, (seat.person, seat.stands_in_for)):
        record.notify(
            to=person,
            reason=REASON,
            subject=_subject(seat),
            occurrence=occurrence,
            compact=seat.compact,
            at=at,
        )


def _subject(seat: Seat) -> str:
    return f"stand-in/{seat.pk}"


def _morning(day: date) -> datetime:
    return make_aware(datetime.combine(day, time()))
