"""By when a request is answered, and how long it is kept after."""

from datetime import date

from livecompact.agreements import Agreement
from livecompact.standards.calendar import Calendar
from livecompact.standards.periods import Period

SUGGESTED = Period.read("10 working days")
"""Our own suggestion: no text gives a number. A Compact says its own as `other_form_window` in agreement.toml."""

KEPT = Period.read("3 months")
"""How long we know whom a request was for, once it is done; our own number."""


def window(agreement: Agreement) -> Period:
    """How long an answer may take under that Compact."""
    return Period.read(agreement.other_form_window) if agreement.other_form_window else SUGGESTED


def due_on(agreement: Agreement, asked_on: date) -> date | None:
    """The last day for the answer to what was asked on a day; None beyond the years of the calendar."""
    return window(agreement).after(asked_on, agreement.calendar)


def cleared_until(calendar: Calendar, today: date) -> date | None:
    """What was done on that day or before says nothing of a person any more."""
    return KEPT.before(today, calendar)
