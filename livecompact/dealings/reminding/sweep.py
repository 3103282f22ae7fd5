"""What the worker looks for: things that became due, each told once to those who act for the organisation.

It derives everything from days, so that it does not matter when, how often and after how long a pause it is asked.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.dealings import actions
from livecompact.dealings.actions.missing import SAID
from livecompact.dealings.models import Dealing, SaidMissing, State
from livecompact.dealings.reminding.due import Due, due
from livecompact.dealings.speaking.notices import PUBLISHED, acting_for, subject_of_missing
from livecompact.people.models import Person
from livecompact.record.actions import notify
from livecompact.record.actions.telling import told_elsewhere
from livecompact.record.models import Delivery, Entry, Notice
from livecompact.record.what import What

DIGEST = "what-is-due"
AT_ONCE = 2
"""So many things are told each by its own mail; more become one."""
PAUSE = timedelta(minutes=10)
"""Between two looks of the worker: nothing here is due to the minute."""
BY_MAIL = "Told by email"

_LOOKED: list[datetime] = []


def sweep(*, at: datetime) -> int:
    """The same as `look`, asked every few seconds: it looks only when ten minutes are over since it did."""
    if _LOOKED and timedelta(0) <= at - _LOOKED[0] < PAUSE:
        return 0
    _LOOKED[:] = [at]
    return look(at=at)


def look(*, at: datetime) -> int:
    """Begin the time of whom a mail has reached, let stand what was not answered, tell what is due; how much it was.

    Who came to act for a group after it was told of a change hears of it too, while only the two sides may read it.
    """
    first = actions.tell_and_publish_due(at=at)
    return first + _reached(at) + _missing_reached(at) + _missing_stands(at) + _tell(at)


def _reached(at: datetime) -> int:
    """A body is reached once a mail about its record went to somebody who acts for it."""
    sent = {each.subject: each for each in _sent(PUBLISHED)}
    keys = [subject.partition("/")[2] for subject in sent]
    rows = Dealing.objects.filter(key__in=keys, reached_on=None, state=State.PUBLIC)
    for dealing in rows:
        on = localdate(sent[f"{dealing.kind}/{dealing.key}"].settled_at)
        actions.record_reached(dealing=dealing, on=on, by=BY_MAIL, at=at)
    return len(rows)


def _missing_reached(at: datetime) -> int:
    """A body is reached once a mail that something is said to be missing went to somebody who acts for it."""
    open_ones = SaidMissing.objects.filter(reached_on=None, taken_back_at=None, answered_at=None)
    sent = {each.subject: each for each in _sent(SAID)} if open_ones.exists() else {}
    told = [each for each in open_ones if subject_of_missing(each) in sent]
    for each in told:
        on = localdate(sent[subject_of_missing(each)].settled_at)
        actions.note_told(missing=each, on=on, by=BY_MAIL, at=at)
    return len(told)


def _missing_stands(at: datetime) -> int:
    """What the body did not answer in time stands from then on; the record says it once."""
    over = SaidMissing.objects.filter(answer_by__lt=localdate(at), taken_back_at=None, answered_at=None)
    known = (
        set(Entry.objects.filter(what=What.SAID_MISSING).values_list("subject", flat=True)) if over.exists() else set()
    )
    return sum(actions.let_it_stand(missing=each, at=at) for each in over if subject_of_missing(each) not in known)


def _tell(at: datetime) -> int:
    """Tell everybody what is due and was not told to them: one or two things each by a mail, more in one."""
    by_person: dict[tuple[int, str], list[tuple[Person, Due]]] = defaultdict(list)
    people: dict[str, tuple[Person, ...]] = {}
    for each in due(localdate(at)):
        body = each.dealing.organisation
        people.setdefault(body.slug, acting_for(body, at))
        for person in people[body.slug]:
            by_person[person.pk, each.compact].append((person, each))
    return sum(_tell_one(found[0][0], [each for _person, each in found], at) for found in by_person.values())


@transaction.atomic
def _tell_one(person: Person, found: list[Due], at: datetime) -> int:
    """Tell one person what they do not know yet of what is due in one Compact."""
    new = _untold(person, found)
    compact = found[0].compact
    if len(new) <= AT_ONCE:
        for each in new:
            notify(
                to=person,
                reason=each.reason,
                subject=each.subject,
                occurrence=each.occurrence,
                compact=compact,
                at=at,
            )
        return len(new)
    for each in new:
        told_elsewhere(
            to=person, reason=each.reason, subject=each.subject, occurrence=each.occurrence, compact=compact, at=at
        )
    keys = ",".join(dict.fromkeys(each.dealing.key for each in new))
    notify(to=person, reason=DIGEST, subject=compact, occurrence=at.isoformat(), compact=compact, at=at, details=keys)
    return 1


def _untold(person: Person, found: Iterable[Due]) -> list[Due]:
    """Those for which the person has no notice."""
    there = {(each.reason, each.subject, each.occurrence): each for each in found}
    known = Notice.objects.filter(person=person, reason__in={key[0] for key in there})
    told = set(known.values_list("reason", "subject", "occurrence"))
    return [each for key, each in there.items() if key not in told]


def _sent(reason: str) -> Iterable[Notice]:
    """The notices of a reason that went out, the first of each subject last."""
    return Notice.objects.filter(reason=reason, state=Delivery.SENT).order_by("-settled_at")
