"""Invitations to a role, and whether they still hold."""

from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet

from livecompact.people.models import Invitation
from livecompact.people.queries.roles import may_give
from livecompact.people.roles import Role

ANSWERS = ("accepted", "declined", "revoked")
SHOWN = 20


def invitation(secret: str) -> Invitation | None:
    """The invitation whose link holds that secret, over or not."""
    return Invitation.objects.filter(secret=hashed(secret)).select_related("person", "sent_by").first()


def over(found: Invitation, *, at: datetime) -> str:
    """Why an invitation does not hold any more, as a word of `told.OVER`; empty where it does.

    Whoever sent it must still be one who may give that role.
    """
    if found.over_at:
        return found.outcome
    if at >= found.dies_at:
        return "old"
    sender = found.sent_by
    of = {"compact": found.compact, "organisation": found.organisation}
    return "" if sender is None or may_give(sender, Role(found.role), at=at, **of) else "revoked"


def open_invitations(*, at: datetime, compact: str = "", organisation: str = "") -> QuerySet[Invitation]:
    """What was sent to people for that Compact or organisation, or for the site, and waits for an answer."""
    waiting = Invitation.objects.filter(over_at=None, dies_at__gt=at, compact=compact, organisation=organisation)
    return waiting.select_related("person")


def unanswered(*, at: datetime, compact: str = "", organisation: str = "") -> QuerySet[Invitation]:
    """What was sent there and has run out without an answer, the oldest first."""
    out = Invitation.objects.filter(over_at=None, dies_at__lte=at, compact=compact, organisation=organisation)
    return out.select_related("person")


def answered(*, compact: str = "", organisation: str = "") -> QuerySet[Invitation]:
    """What was sent there and was answered or taken back, the newest first, at most `SHOWN`."""
    over = Invitation.objects.filter(compact=compact, organisation=organisation, outcome__in=ANSWERS)
    return over.select_related("person").order_by("-over_at", "-pk")[:SHOWN]


def hashed(secret: str) -> str:
    """What is kept of the secret in a link."""
    return sha256(secret.encode()).hexdigest()
