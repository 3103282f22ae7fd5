"""Made-up invitations: one that nobody answered, one that holds, and one that was taken back."""

from datetime import datetime, timedelta

from livecompact.people import actions
from livecompact.people.roles import Role


def fill(*, at: datetime, compact: str) -> None:
    """Invite three people who do not exist to run a Compact; no mail goes out."""
    week = timedelta(days=7)
    for email, role, sent in (
        ("lee.handler@example.org", Role.HANDLER, at - 2 * week),
        ("kit.organiser@example.org", Role.ORGANISER, at - week / 2),
    ):
        actions.invite(email=email, role=role, by=None, at=sent, compact=compact, mail=False)
    asked = actions.invite(
        email="max.member@example.org", role=Role.GROUP_MEMBER, by=None, at=at - week, compact=compact, mail=False
    )
    actions.revoke(invitation=asked, at=at - week / 2)
