"""What becomes of a sign-up: an officer answers it; it is renewed, changed, left, or followed by another."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from livecompact.record.what import What
from livecompact.register.actions.answering import tell_signer
from livecompact.register.actions.signing import Signing, follow
from livecompact.register.actions.telling import tell
from livecompact.register.models import As, Signature, State
from livecompact.register.rights import states_for


@dataclass
class WrongState(Exception):
    """The sign-up is in a state in which this cannot be done."""

    signature: Signature

    def __str__(self) -> str:
        return _("This sign-up is “%(state)s” now. Look at it again.") % {"state": self.signature.get_state_display()}


@transaction.atomic
def approve(*, signature: Signature, by: str, at: datetime) -> Signature:
    """Put an organisation on the public list; it is bound from the day it signed."""
    _in_state(signature, "signature.approve")
    following = follow(signature, state=State.ACTIVE, by=by, at=at, answer_by=None)
    friend = following.signs_as == As.FRIEND
    tell(following, What.FRIEND_JOINED if friend else What.ORGANISATION_SIGNED)
    tell_signer(following)
    return following


@transaction.atomic
def ask(*, signature: Signature, by: str, at: datetime, reason: str) -> Signature:
    """Ask the organisation something before deciding; the clock stops until it answers."""
    _in_state(signature, "signature.ask")
    following = follow(signature, state=State.ASKED, by=by, at=at, reason=reason, answer_by=None)
    tell_signer(following)
    return following


@transaction.atomic
def answer(*, signature: Signature, by: str, at: datetime, says: str, answer_by: date | None) -> Signature:
    """Keep what the organisation answered; it waits for the officer again, with a new clock."""
    _in_state(signature, "signature.answer")
    return follow(signature, state=State.APPLIED, by=by, at=at, reason=says, answer_by=answer_by)


@transaction.atomic
def decline(*, signature: Signature, by: str, at: datetime, reason: str) -> Signature:
    """Decline a sign-up with a reason; nothing of it is public, and the organisation can sign again."""
    _in_state(signature, "signature.decline")
    following = follow(signature, state=State.DECLINED, by=by, at=at, reason=reason, answer_by=None)
    tell_signer(following)
    return following


@transaction.atomic
def renew(*, signature: Signature, edition: str, renewed_on: date, by: str, at: datetime) -> Signature:
    """Say for another year that the organisation stands by it, under an edition: the same, or a new one."""
    _in_state(signature, "signature.renew")
    following = follow(signature, state=State.ACTIVE, by=by, at=at, edition=edition, renewed_on=renewed_on)
    tell(following, What.ORGANISATION_RENEWED)
    return following


@transaction.atomic
def change(*, signature: Signature, says: Signing, by: str, at: datetime) -> Signature:
    """Change what an organisation said as it signed: its champion, its contact, its commitment. State and days stay."""
    _in_state(signature, "signature.change")
    kept = {"state": signature.state, "reason": signature.reason}
    following = follow(signature, by=by, at=at, **kept, **says.columns())
    if following.state == State.ACTIVE:
        tell(following, What.ORGANISATION_CORRECTED)
    return following


@transaction.atomic
def withdraw(*, signature: Signature, last_day: date, by: str, at: datetime, reason: str = "") -> Signature:
    """Let an organisation leave; it is bound up to its last day, and stays on the list as one that left."""
    _in_state(signature, "signature.withdraw")
    friend = signature.signs_as == As.FRIEND
    what = What.FRIEND_LEFT if friend else What.ORGANISATION_LEFT
    return _end(signature, State.WITHDRAWN, what, by=by, at=at, ended_on=last_day, reason=reason)


@transaction.atomic
def lapse(*, signature: Signature, last_day: date, by: str, at: datetime, reason: str) -> Signature:
    """Say that an organisation has not renewed. Only an officer does so, with a reason; no clock ever does."""
    _in_state(signature, "signature.lapse")
    what = What.ORGANISATION_LAPSED
    return _end(signature, State.LAPSED, what, by=by, at=at, ended_on=last_day, reason=reason)


def _end(signature: Signature, state: State, what: What, *, by: str, at: datetime, **ended: Any) -> Signature:
    following = follow(signature, state=state, by=by, at=at, **ended)
    tell(following, what)
    return following


def _in_state(signature: Signature, act: str) -> None:
    if signature.state not in states_for(act):
        raise WrongState(signature)
