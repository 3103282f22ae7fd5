"""By when a complaint is acknowledged and answered, and how long it is kept after."""

from datetime import date, datetime, timedelta

from livecompact.standards.calendar import newest
from livecompact.standards.periods import Period

ACKNOWLEDGE = 30
"""Days, of which the day it came is the first (Data Protection Act 2018, section 164A, as inserted by the Act of 2025).

The Act says "within the period of 30 days beginning when the complaint is received". Lawyers differ on whether that day
counts: this is the stricter reading.
"""

ANSWER = Period.read("1 month")
"""The Act says "without undue delay" and gives no number; this one is ours."""

KEPT = timedelta(days=365)
"""How long we know who complained, and of what, once it is answered; our own number."""


def acknowledge_by(received_on: date) -> date:
    """The last day for saying that we have it.

    >>> acknowledge_by(date(2026, 11, 22))
    datetime.date(2026, 12, 21)
    """
    return received_on + timedelta(days=ACKNOWLEDGE - 1)


def answer_by(received_on: date) -> date:
    """The last day for the answer."""
    return ANSWER.after(received_on, newest("england-and-wales")) or acknowledge_by(received_on)


def cleared_before(at: datetime) -> datetime:
    """What was answered before then says nothing of a person any more."""
    return at - KEPT
