"""How far a notice has come: which worker has it, and how its sending ended.

A worker leases one notice at a time. What it did not settle when it was killed is free again when the lease is over,
so that nothing is lost, and at most the one mail that was under way goes twice. What was handed over twice without an
answer is not sent a third time: it shows as failed, and an officer says.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from livecompact.record.models import Delivery, Notice, Unreachable

LEASE = timedelta(minutes=2)

BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 15, 20, *[30] * 8))
"""How long to wait after the first try, the second, and so on: 4 hours and 53 minutes in all."""

MOST_COPIES = 2
"""So often a mail may be handed over without an answer: a third might be a third copy."""


class LeaseOver(Exception):
    """The worker was so slow that another has the notice now."""


def claim(*, worker: str, at: datetime, only_urgent: bool, lease: timedelta = LEASE) -> Notice | None:
    """Give a worker the notice that is due longest, or None. What one person is told of one thing keeps its order."""
    if not _due(at, only_urgent=only_urgent).exists():
        return None  # asked first without a transaction, which would keep others from writing on SQLite
    with transaction.atomic():
        notice = _due(at, only_urgent=only_urgent).select_for_update(skip_locked=True, of=("self",)).first()
        if notice is None:
            return None
        notice.tries += 1
        notice.leased_by, notice.leased_until = worker, at + lease
        notice.save(update_fields=["tries", "leased_by", "leased_until"])
    return notice


def sent(*, notice: Notice, at: datetime) -> bool:
    """Note that the mail was taken by the mail server."""
    return _settle(notice, state=Delivery.SENT, settled_at=at, problem="")


def dropped(*, notice: Notice, at: datetime) -> bool:
    """Note that there was nothing to tell any more."""
    return _settle(notice, state=Delivery.DROPPED, settled_at=at, problem="")


def failed(*, notice: Notice, at: datetime, problem: str) -> bool:
    """Note that the mail cannot be sent, and why: shown to the officers."""
    return _settle(notice, state=Delivery.FAILED, settled_at=at, problem=problem)


def hand_over(*, notice: Notice) -> None:
    """Note that its words go to the mail server now, before they do; LeaseOver where another worker has it."""
    held = Notice.objects.filter(pk=notice.pk, leased_by=notice.leased_by, leased_until=notice.leased_until)
    if not held.update(in_doubt=F("in_doubt") + 1):
        raise LeaseOver


def answered(*, notice: Notice) -> None:
    """Note that the mail server answered, and did not take it: there is no copy of that try."""
    Notice.objects.filter(pk=notice.pk, in_doubt__gt=0).update(in_doubt=F("in_doubt") - 1)


def later(*, notice: Notice, at: datetime, problem: str) -> bool:
    """Let it be tried again, after a while that grows; when hours of tries were in vain, it has failed."""
    if notice.tries > len(BACK_OFF):
        return failed(notice=notice, at=at, problem=problem)
    return _settle(notice, due_at=at + BACK_OFF[notice.tries - 1], problem=problem)


@transaction.atomic
def send_again(*, notice: Notice, by: str, at: datetime) -> bool:  # noqa: ARG001 (by: every act names its role)
    """Let a notice that failed be tried anew, as when its address was mended; False where it has not failed."""
    anew = {"tries": 0, "in_doubt": 0, "problem": ""}
    failed_before = Notice.objects.filter(pk=notice.pk, state=Delivery.FAILED)
    if not failed_before.update(state=Delivery.WAITING, settled_at=None, due_at=at, **anew):
        return False
    Unreachable.objects.filter(person=notice.person_id).delete()  # an officer knows that the address works again
    return True


def _due(at: datetime, *, only_urgent: bool) -> QuerySet[Notice]:
    """What may go now, the longest due first."""
    before = Notice.objects.filter(
        person=OuterRef("person"), subject=OuterRef("subject"), state=Delivery.WAITING, pk__lt=OuterRef("pk")
    )
    due = Notice.objects.filter(
        Q(leased_until=None) | Q(leased_until__lte=at), ~Exists(before), state=Delivery.WAITING, due_at__lte=at
    )
    return (due.filter(urgent=True) if only_urgent else due).order_by("due_at", "pk")


def _settle(notice: Notice, **how: object) -> bool:
    """Write how it ended, if the worker still has it: False where the lease was over and another took it."""
    held = Notice.objects.filter(pk=notice.pk, leased_by=notice.leased_by, leased_until=notice.leased_until)
    return bool(held.update(leased_by="", leased_until=None, **how))
