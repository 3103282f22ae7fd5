"""How far it is that something is said to be missing, on any day, out of its days alone."""

from datetime import date
from enum import StrEnum

from django.db.models import Q

from livecompact.dealings.models import SaidMissing


class Stage(StrEnum):
    """How far it is: nobody was reached, the body has time, it stands, the body said why, it is here, taken back."""

    UNTOLD = "untold"
    WAITS = "waits"
    STANDS = "stands"
    WHY_NOT = "why-not"
    HERE = "here"
    TAKEN_BACK = "taken-back"


TO_ANSWER = (Stage.UNTOLD, Stage.WAITS, Stage.STANDS)
FOR_EVERYONE = (Stage.STANDS, Stage.WHY_NOT)
"""Before that nobody is named in public as having left something out."""


def stage_of(row: SaidMissing, today: date) -> Stage:
    """How far it is on a day."""
    if row.taken_back_at:
        return Stage.TAKEN_BACK
    if row.dealing_id:
        return Stage.HERE
    if row.why_not:
        return Stage.WHY_NOT
    if row.answer_by is None:
        return Stage.UNTOLD
    return Stage.STANDS if row.answer_by < today else Stage.WAITS


def stands(today: date) -> Q:
    """Those that are for everyone on a day: the time to answer is over, or the body itself said why not."""
    return Q(taken_back_at=None, dealing=None) & (Q(answer_by__lt=today) | ~Q(why_not=""))
