"""Asking for a second person, answering, and choosing whether one is asked at all."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from livecompact.compacts.models import Act, Answer, Compact, SecondLook
from livecompact.compacts.second import acts
from livecompact.compacts.second.queries import others, waits_as
from livecompact.people.models import Person
from livecompact.record import actions as record
from livecompact.record.what import What

REASON = "second-look"
ON, OFF = "on", "off"


class NobodyElse(Exception):
    """Nobody else could say yes."""


class OwnAct(Exception):
    """Who asked cannot say yes."""


class Stale(Exception):
    """What waited is another by now, or is answered or gone: it must be asked again."""


@transaction.atomic
def go_on(*, compact: str, act: Act, subject: str, version: str, by: Person, at: datetime) -> bool:
    """Whether something may be made public now; where it may not, it waits for a second person from now on.

    It may where the Compact asks for none, and where `by` is the second person: somebody else asked for this version.
    Call it inside the transaction of the act.
    """
    if not Compact.objects.select_for_update().get(slug=compact).second_person:
        return True
    row = waits_as(compact, act, subject)
    if row and row.version == version:
        if row.asked_by_id == by.pk:
            return False
        _answered(row, Answer.YES, by, at)
        return True
    if row:
        _answered(row, Answer.CHANGED, None, at)
    _ask(SecondLook(compact_id=compact, act=act, subject=subject, version=version, asked_at=at, asked_by=by), by)
    return False


def answer(*, look: SecondLook, yes: bool, version: str, by: Person, at: datetime, reason: str = "") -> None:
    """Say yes, and it is public; or no, with the reason.

    OwnAct where who asked says yes; NotYours where somebody else must answer; Stale where it is another by now; NotNow
    where it cannot be made public as it is.
    """
    with transaction.atomic():
        Compact.objects.select_for_update().get(slug=look.compact_id)
        row = SecondLook.objects.get(pk=look.pk)
        thing = acts.found(row, at) if row.answer == Answer.OPEN else None
        fresh = thing is not None and thing.version == row.version == version
        if fresh and not acts.may(row, by, at):
            raise acts.NotYours
        if fresh and yes:
            if row.asked_by_id == by.pk:
                raise OwnAct
            _answered(row, Answer.YES, by, at)
            acts.do(row, by, at)
        elif fresh:
            _answered(row, Answer.NO, by, at, reason)
            _tell(row, [row.asked_by] if row.asked_by and row.asked_by != by else [], at)
        elif row.answer == Answer.OPEN and (thing is None or thing.version != row.version):
            _answered(row, Answer.CHANGED, None, at)
    if not fresh:
        raise Stale


@transaction.atomic
def choose(*, compact: str, on: bool, by: Person, role: str, at: datetime) -> bool:
    """Ask for a second person from now on, or no more; whether it is so now. To ask no more takes a second person too.

    NobodyElse where nobody could be that person.
    """
    row = Compact.objects.select_for_update().get(slug=compact)
    if row.second_person == on:
        return True
    if on and not others(by, compact, at):
        raise NobodyElse
    if not on and not go_on(compact=compact, act=Act.CHOICE, subject=OFF, version=ON, by=by, at=at):
        return False
    _set(row, role, at, on=on)
    return True


@transaction.atomic
def end_choice(*, compact: str, role: str, at: datetime) -> None:
    """Ask nobody any more, once a second person has said yes to that."""
    _set(Compact.objects.select_for_update().get(slug=compact), role, at, on=False)


def _set(row: Compact, role: str, at: datetime, *, on: bool) -> None:
    row.second_person = on
    row.save(update_fields=["second_person"])
    says = _("A second person now looks before it is public") if on else _("No second person looks any more")
    record.write(
        compact=row.slug,
        what=What.RUNNING_CHANGED,
        subject="second-person",
        title=says,
        address=f"/{row.slug}/groups",
        role=role,
        at=at,
    )


def _ask(row: SecondLook, by: Person) -> None:
    row.full_clean()
    row.save()
    _tell(row, others(by, str(row.compact_id), row.asked_at), row.asked_at)


def _answered(row: SecondLook, answer: Answer, by: Person | None, at: datetime, reason: str = "") -> None:
    row.answer, row.answered_by, row.answered_at, row.reason = answer, by, at, reason
    row.full_clean()
    row.save()


def _tell(row: SecondLook, whom: "list[Person] | frozenset[Person]", at: datetime) -> None:
    for person in sorted(whom, key=lambda each: each.pk):
        record.notify(
            to=person,
            reason=REASON,
            subject=f"second-look/{row.pk}",
            occurrence=row.answer,
            compact=str(row.compact_id),
            at=at,
        )
