"""Letting a person be told of something."""

import secrets
from datetime import datetime

from django.db import transaction

from livecompact.people.models import Person
from livecompact.record.models import Delivery, Notice


def notify(
    *,
    to: Person,
    reason: str,
    subject: str,
    occurrence: str,
    compact: str,
    at: datetime,
    urgent: bool = False,
    details: str = "",
) -> Notice:
    """Let a person be told of one thing, once: a second call for the same four gives the first notice.

    `reason` names the letter that its room has registered; that is asked what to say, and whether it is still true and
    still allowed, when the mail is sent. `urgent` is for what somebody waits for: it goes at any hour.
    """
    with transaction.atomic():
        notice, _ = Notice.objects.get_or_create(
            person=to,
            reason=reason,
            subject=subject,
            occurrence=occurrence,
            defaults={
                "compact": compact,
                "urgent": urgent,
                "made_at": at,
                "due_at": at,
                "details": details,
                "key": secrets.token_hex(16),
            },
        )
    return notice


def told_elsewhere(*, to: Person, reason: str, subject: str, occurrence: str, compact: str, at: datetime) -> Notice:
    """Keep that a person is told of one thing in another mail: nothing goes for it, and it is not told again."""
    notice = notify(to=to, reason=reason, subject=subject, occurrence=occurrence, compact=compact, at=at)
    if notice.state == Delivery.WAITING:
        notice.state, notice.settled_at = Delivery.DROPPED, at
        notice.save(update_fields=["state", "settled_at"])
    return notice
