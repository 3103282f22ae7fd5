"""Changing what is public: other facts, that the organisation was reached, that it is withdrawn. Nothing is hidden."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from livecompact.dealings.actions.drafting import listed
from livecompact.dealings.actions.judging import rejudge
from livecompact.dealings.actions.settling import settle_agreed
from livecompact.dealings.actions.telling import held, tell
from livecompact.dealings.findable import let_be_found, no_longer_found
from livecompact.dealings.models import Dealing, State, Version
from livecompact.kinds import kind
from livecompact.kinds.kind import Lists
from livecompact.record.what import What
from livecompact.standards.facts import Facts, FactType


class NothingChanged(ValueError):
    """The facts say what they said before."""


@transaction.atomic
def change_facts(
    *, dealing: Dealing, facts: Facts, by: str, at: datetime, why: str = "", lists: Lists | None = None
) -> Dealing:
    """Give a public dealing other facts; the old ones stay in view, and all its standings are judged again.

    A moved date raises the number by which calendars know a newer entry. Without `lists` those of the dealing stay.
    NothingChanged where nothing has.
    """
    found = held(dealing)
    before, after = kind(found.kind).read(found.facts), kind(found.kind).write(facts)
    rows = found.lists if lists is None else dict(lists)
    if after == found.facts and rows == found.lists:
        raise NothingChanged(found.title)
    for name, value in listed(found.kind, facts).items():
        setattr(found, name, value)
    found.lists = rows
    found.sequence += _moved(found.kind, before, facts)
    found.changed_on, found.updated_at = localdate(at), at
    found.full_clean()
    found.save()
    last = Version.objects.filter(dealing=found).aggregate(last=Max("number"))["last"]
    told = {"facts": after, "lists": rows, "why": why.strip()}
    Version.objects.create(dealing=found, number=last + 1, on=localdate(at), at=at, by=by, **told)
    settle_agreed(found, facts, by=by, at=at)
    rejudge(dealing=found, today=localdate(at))
    tell(found, What.DEALING_CHANGED, by=by, at=at, texts={"why": why})
    let_be_found(found)
    return found


@transaction.atomic
def record_reached(*, dealing: Dealing, on: date, by: str, at: datetime) -> Dealing:  # noqa: ARG001 (named as in every action)
    """Note the day on which the organisation's named contact was reached: the time to explain may begin.

    Once noted it stays. It is never before the day of publication, nor after today.
    """
    found = held(dealing)
    if found.reached_on is None:
        found.reached_on = min(max(on, _day(found.published_at)), localdate(at))
        found.save(update_fields=["reached_on"])
        rejudge(dealing=found, today=localdate(at))
    return found


@transaction.atomic
def withdraw(*, dealing: Dealing, reason: str, by: str, at: datetime) -> Dealing:
    """Take a dealing out of the public view; its address says that it was withdrawn, and why."""
    found = held(dealing)
    found.state = State.TAKEN_BACK if found.state == State.SHARED else State.WITHDRAWN
    found.reason, found.withdrawn_at, found.withdrawn_by = reason.strip(), at, by
    found.updated_at, found.token = at, None
    found.sequence += 1
    found.full_clean()
    found.save()
    rejudge(dealing=found, today=localdate(at))
    tell(found, What.DEALING_WITHDRAWN, by=by, at=at, texts={"why": reason})
    no_longer_found(found)
    return found


def _moved(kind_name: str, before: Facts, after: Facts) -> int:
    dates = [fact.name for fact in kind(kind_name).facts if fact.type is FactType.DATE]
    return int(any(before[name] != after[name] for name in dates))


def _day(moment: datetime | None) -> date:
    assert moment is not None  # noqa: S101 (what is public has been published: a constraint of its table)
    return localdate(moment)
