"""The register's clocks: how long an officer has to answer, and when a renewal is due."""

from datetime import date

from livecompact.standards.calendar import Calendar
from livecompact.standards.periods import Period

TIME_TO_ANSWER = Period.read("5 working days")
"""How long an officer has to answer a sign-up; our own number, no text asks for one."""
TIME_TO_RENEW = Period.read("1 year")
"""How long a signature or a renewal holds before it is asked for again; our own number too."""


def answer_by(calendar: Calendar, applied_on: date) -> date | None:
    """The last day on which an officer answers a sign-up in time; None beyond the years of the calendar."""
    return TIME_TO_ANSWER.after(applied_on, calendar)


def renewal_due(calendar: Calendar, since: date) -> date | None:
    """The day on which a renewal is due, for what was signed or renewed on a day."""
    return TIME_TO_RENEW.after(since, calendar)


def due_since(calendar: Calendar, today: date) -> date | None:
    """What was signed or renewed on that day or before is due for renewal today."""
    return TIME_TO_RENEW.before(today, calendar)
