"""What is counted of a dealing beside its verdicts: how long it was open, how much notice it gave, how long it lasts.

One whole number a dealing, kept in its `measured` column, so that middle values are counted in the database.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from livecompact.standards.facts import Facts
from livecompact.standards.marking import N_

MONTHS_A_YEAR = 12
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Measure:
    """What is measured of one kind of dealing, and in what; `of` is None where the facts do not tell it."""

    name: str
    says: str
    unit: str
    of: Callable[[Facts], int | None]


def measured(kind_name: str, facts: Facts) -> int | None:
    """The measure of a dealing of a kind; None where it has none, or its facts do not tell it.

    >>> measured("consultation", Facts({"opens": date(2025, 3, 3), "closes": date(2025, 5, 25)}))
    84
    """
    found = MEASURES.get(kind_name)
    return found.of(facts) if found else None


def _days_open(facts: Facts) -> int | None:
    """Both days counted."""
    opens, closes = facts.day("opens"), facts.day("closes")
    return (closes - opens).days + 1 if opens and closes and closes >= opens else None


def _days_of_notice(facts: Facts) -> int | None:
    """From the day of the letter; a letter after the change gave no notice at all."""
    sent, starts = facts.day("notice_sent"), facts.day("takes_effect")
    return max(0, (starts - sent).days) if sent and starts else None


def _days_to_pay(facts: Facts) -> int | None:
    """From the day the invoice came in, or else its own date; what is paid in advance is paid on the day."""
    invoiced, paid = facts.day("invoice_received") or facts.day("invoiced"), facts.day("paid")
    return max(0, (paid - invoiced).days) if invoiced and paid else None


def _months_of_funding(facts: Facts) -> int | None:
    """As it is stated, or the whole months from the first day to the last, both counted."""
    if isinstance(stated := facts["months"], Decimal):
        return int(stated)
    starts, ends = facts.day("starts"), facts.day("ends")
    return _whole_months(starts, ends + A_DAY) if starts and ends and ends >= starts else None


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * MONTHS_A_YEAR + end.month - start.month
    return months - (end.day < start.day)


MEASURES = {
    "consultation": Measure("days-open", N_("Days a consultation was open"), N_("days"), _days_open),
    "funding-change": Measure("days-of-notice", N_("Days of notice before a change"), N_("days"), _days_of_notice),
    "payment": Measure("days-to-pay", N_("Days to pay"), N_("days"), _days_to_pay),
    "award": Measure("months-of-funding", N_("Months that funding lasts"), N_("months"), _months_of_funding),
}
"""The kinds that are measured."""
