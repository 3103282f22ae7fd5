"""The days of a change that its group is told before the public: when it is told, and when it can be public."""

from dataclasses import dataclass
from datetime import date, timedelta

from livecompact.standards.calendar import Calendar
from livecompact.standards.facts import Facts
from livecompact.standards.periods import Period

LATEST = Period.read("20 working days")
"""How long it may stay unseen once its group was told: our rule, in no agreement."""
WHERE_THE_CALENDAR_ENDS = timedelta(days=28)


@dataclass(frozen=True)
class Days:
    """The day on which the group is told, and the first and the last day on which it can go public."""

    told_on: date
    earliest: date
    latest: date


def days_of(facts: Facts, calendar: Calendar, told_from: date) -> Days:
    """The days of a change that is recorded on a day.

    Its group is told on the day of the notice, or at once where that has passed. It is public on the day after at the
    earliest; at the latest after 20 working days, or when it takes effect.
    """
    notice, starts = facts.day("notice_sent"), facts.day("takes_effect")
    told_on = max(told_from, notice) if notice else told_from
    earliest = told_on + timedelta(days=1)
    latest = LATEST.after(told_on, calendar) or told_on + WHERE_THE_CALENDAR_ENDS
    return Days(told_on, earliest, max(earliest, min(latest, starts or latest)))
