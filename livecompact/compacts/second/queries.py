"""Whether a Compact asks for a second person, who could be that, and what waits for one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from livecompact.compacts.models import Act, Answer, Compact, SecondLook
from livecompact.compacts.queries import NotThere
from livecompact.compacts.second.acts import Thing, found
from livecompact.people.models import Person
from livecompact.people.queries import holders, roles_of
from livecompact.people.roles import OFFICERS, Role

SAY_YES = OFFICERS | {Role.CO_CHAIR}
"""The roles of who may be the second person."""

type Actor = Person | AnonymousUser


@dataclass(frozen=True)
class Look:
    """What waits, with the thing as it is now; `own` where the actor asked it."""

    row: SecondLook
    called: str
    since: date
    own: bool
    thing: Thing | None

    @property
    def is_stale(self) -> bool:
        """Whether the thing is gone or another than it was."""
        return self.thing is None or self.thing.version != self.row.version


def asks_second(compact: str) -> bool:
    """Whether a Compact asks for a second person."""
    return Compact.objects.filter(slug=compact, second_person=True).exists()


def others(person: Person | None, compact: str, at: datetime) -> frozenset[Person]:
    """Who else could say yes: the other officers and the co-chairs of a Compact."""
    roles = (Role.OFFICER, Role.CO_CHAIR)
    all_of_them = {each for role in roles for each in holders(role, at=at, compact=compact)}
    return frozenset(each for each in all_of_them if person is None or each.pk != person.pk)


def open_looks(actor: Actor, compact: str, at: datetime) -> tuple[Look, ...]:
    """What waits for a second person in a Compact, the oldest first; nothing for who could not be that."""
    if not _may(actor, compact, at):
        return ()
    rows = SecondLook.objects.filter(compact_id=compact, answer=Answer.OPEN).select_related("asked_by")
    return tuple(_look(row, actor, None) for row in rows)


def look(actor: Actor, compact: str, pk: int, at: datetime) -> Look:
    """One thing that waits or waited, with all that it says; NotThere for who could not be the second person."""
    row = SecondLook.objects.filter(compact_id=compact, pk=pk).select_related("asked_by", "answered_by").first()
    if row is None or not _may(actor, compact, at):
        raise NotThere(str(pk))
    return _look(row, actor, found(row, at) if row.answer == Answer.OPEN else None)


def last_no(actor: Actor, compact: str, at: datetime) -> tuple[Look, ...]:
    """The newest five that were answered with no, for who asked to see why."""
    if not _may(actor, compact, at):
        return ()
    rows = SecondLook.objects.filter(compact_id=compact, answer=Answer.NO).order_by("-answered_at", "-pk")[:5]
    return tuple(_look(row, actor, None) for row in rows)


def waits_as(compact: str, act: Act, subject: str) -> SecondLook | None:
    """The look that a thing waits in, if it does."""
    return SecondLook.objects.filter(compact_id=compact, act=act, subject=subject, answer=Answer.OPEN).first()


def _may(actor: Actor, compact: str, at: datetime) -> bool:
    return not roles_of(actor, at=at, compact=compact).isdisjoint(SAY_YES)


def _look(row: SecondLook, actor: Actor, thing: Thing | None) -> Look:
    own = row.asked_by_id is not None and row.asked_by_id == actor.pk
    return Look(row, str(row.get_act_display()), localdate(row.asked_at), own, thing)
