"""What changes complaints: complaining, saying that we have it, more time, answering, and forgetting whose it was."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.complaints import clock
from livecompact.complaints.models import Complaint
from livecompact.complaints.own_data import complaints
from livecompact.complaints.told import ANSWERED, CAME, LONGER, OWN, RECEIVED
from livecompact.frame.references import new_reference
from livecompact.people import actions as people
from livecompact.people.personal import Whom
from livecompact.people.queries import holders
from livecompact.people.queries import person as person_of
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record import queries as notices

MOST_AN_HOUR = 30
"""How many complaints are taken in an hour; more come from a machine."""
PERSONAL = ("name", "email", "address", "says", "longer_why", "outcome")


class TooMany(Exception):
    """More people complain just now than could."""


class DoneAlready(Exception):
    """Somebody has answered this complaint before."""


@dataclass(frozen=True, kw_only=True)
class Complainer:
    """Who complains, and how they are reached."""

    name: str
    email: str = ""
    address: str = ""


@transaction.atomic
def complain(*, says: str, complainer: Complainer, by: str, at: datetime) -> Complaint:  # noqa: ARG001 (for the log)
    """Take a complaint; who runs the site is told, and by email at once who complains: so it is acknowledged.

    TooMany where more come than people could write; ValidationError where nobody could be reached.
    """
    if Complaint.objects.filter(received_at__gt=at - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise TooMany
    complaint = Complaint(
        reference=new_reference("DP"),
        key=secrets.token_urlsafe(32),
        says=says,
        name=complainer.name,
        email=complainer.email.strip().lower(),
        address=complainer.address,
        received_at=at,
        acknowledge_by=clock.acknowledge_by(localdate(at)),
        answer_by=clock.answer_by(localdate(at)),
        acknowledged_at=at if complainer.email else None,
    )
    complaint.full_clean()
    complaint.save()
    _tell_complainer(complaint, RECEIVED, at)
    for person in holders(Role.ADMINISTRATOR, at=at):
        record.notify(to=person, reason=CAME, subject=_subject(complaint), occurrence=CAME, compact="", at=at)
    return complaint


@transaction.atomic
def acknowledge(*, complaint: Complaint, by: str, at: datetime) -> Complaint:  # noqa: ARG001 (for the log)
    """Note that we wrote to somebody by post that we have it; nothing happens where that is noted already."""
    locked = Complaint.objects.select_for_update().get(pk=complaint.pk)
    if locked.acknowledged_at is None:
        locked.acknowledged_at = at
        locked.save(update_fields=["acknowledged_at"])
    return locked


@transaction.atomic
def take_longer(
    *,
    complaint: Complaint,
    until: date,
    longer_why: str,
    by: str,  # noqa: ARG001 (for the log)
    at: datetime,
) -> Complaint:
    """Put the answer off, and say why; who complained by email is told at once.

    DoneAlready where it is answered, or put off to that day or a later one.
    """
    locked = Complaint.objects.select_for_update().get(pk=complaint.pk)
    if locked.answered_at is not None or until <= locked.answer_by:
        raise DoneAlready
    locked.answer_by, locked.longer_why, locked.longer_at = until, longer_why, at
    locked.full_clean()
    locked.save()
    _tell_complainer(locked, f"{LONGER} {until}", at)
    return locked


@transaction.atomic
def answer(*, complaint: Complaint, outcome: str, by: str, at: datetime) -> Complaint:
    """Answer a complaint; who complained by email is told. `by` is a role.

    DoneAlready where it was answered before; ValidationError where the answer is empty.
    """
    locked = Complaint.objects.select_for_update().get(pk=complaint.pk)
    if locked.answered_at is not None:
        raise DoneAlready
    locked.outcome, locked.answered_by, locked.answered_at = outcome, by, at
    locked.acknowledged_at = locked.acknowledged_at or at
    locked.full_clean()
    locked.save()
    _tell_complainer(locked, ANSWERED, at)
    return locked


@transaction.atomic
def purge(*, at: datetime) -> int:
    """Forget whose complaints were that were answered long enough ago, and who was only written to for one."""
    before = clock.cleared_before(at)
    done = Complaint.objects.filter(answered_at__lt=before, cleared_at=None)
    told = notices.only_told(reason=OWN, before=before).exclude(
        email__in=Complaint.objects.filter(answered_at=None).values("email")
    )
    forgotten = people.forget_who_never_came(found=told, besides=notices.OF_A_PERSON)
    return done.update(cleared_at=at, **dict.fromkeys(PERSONAL, "")) + forgotten


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Forget that somebody complained: what is open goes whole, and of what was answered stays that there was one."""
    found = complaints(whom)
    done = found.exclude(answered_at=None).update(cleared_at=at, **dict.fromkeys(PERSONAL, ""))
    gone, _each = found.filter(answered_at=None).delete()
    return done + gone


def _tell_complainer(complaint: Complaint, occurrence: str, at: datetime) -> None:
    if complaint.email:
        to = person_of(complaint.email) or people.add_person(email=complaint.email, at=at)
        record.notify(to=to, reason=OWN, subject=_subject(complaint), occurrence=occurrence, compact="", at=at)


def _subject(complaint: Complaint) -> str:
    return f"complaint/{complaint.reference}"
