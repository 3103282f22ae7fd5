"""When to consult: what else is open each month, the holidays in it, and the earliest window without any."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.checks.deriving import over_august, over_christmas, over_easter
from livecompact.checks.tips import closed, known_up_to
from livecompact.compacts.holidays.queries import Break
from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing
from livecompact.dealings.naming import address_of, named
from livecompact.frame.dates import long_date
from livecompact.standards.calendar import Calendar
from livecompact.standards.language import OpenFor
from livecompact.standards.language import walk as parts_of
from livecompact.standards.periods import Period
from livecompact.standards.words import date_range, short_date

MONTHS = 6
"""Rows of the table: a chart has at most seven."""
LONGEST_BAR = 40
"""Pixels of the bar of the fullest month."""
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
LOOKED_AHEAD = 52
"""Mondays that are tried as the first day."""
A_SHORT_ONE = timedelta(days=9)
"""A half-term with the weekends around it: no twelve weeks lie between two, so that the window avoids longer ones."""
IN_FRONT = timedelta(days=28)
"""How long groups are told ahead in our suggestion, before the first day that is tried."""


@dataclass(frozen=True)
class Month:
    """One row: the month, how many are open in it, the holidays of banks and schools, and that number as a bar."""

    name: str
    open: int
    holidays: tuple[str, ...]
    bar: int


@dataclass(frozen=True)
class PlannerPage:
    """When to consult. `window` is empty where no number of this Compact says how long.

    `has_school` says whether anybody entered the school holidays of the area.
    """

    title: str
    section: str
    message: str
    window: tuple[str, ...]
    start: str
    months: tuple[Month, ...]
    others: tuple[Link, ...]
    has_school: bool


def planner_page(
    compact: Published, found: Iterable[Dealing], breaks: tuple[Break, ...], today: date, start: str
) -> PlannerPage:
    """The page; `breaks` are the school holidays of the area, `start` is where a plan is checked."""
    others = tuple(found)
    calendar = compact.agreement.calendar
    months = tuple(_months(today, others, calendar, breaks))
    now = sum(each.happens_on <= today for each in others)
    words = {"now": now, "coming": len(others) - now}
    message = ngettext("%(now)s consultation is open now", "%(now)s consultations are open now", now) % words
    coming = ngettext("%(coming)s is coming", "%(coming)s are coming", words["coming"]) % words
    length = asked_length(compact, today)
    return PlannerPage(
        title=_("When is a good time to ask?"),
        section=_("Check a plan"),
        message=f"{message}, {coming}",
        window=_window(length, others, breaks, today, compact) if length else (),
        start=start,
        months=months,
        others=tuple(map(_named, others)),
        has_school=bool(breaks),
    )


def asked_length(compact: Published, today: date) -> Period | None:
    """How long a consultation is to be open, where a number of the Compact says so."""
    edition = compact.agreement.edition_in_force(today) or compact.agreement.newest
    standards = [each for each in edition.standards_for("consultation") if each.gives_verdicts]
    tests = (test for each in standards for test in parts_of(each.kept))
    return next((test.at_least for test in tests if isinstance(test, OpenFor)), None)


def earliest(
    length: Period, today: date, calendar: Calendar, breaks: tuple[Break, ...] = ()
) -> tuple[date, date] | None:
    """The first Monday, four weeks ahead or later, from which it runs over no August, Christmas or Easter.

    That Monday is worked, so no Easter Monday. Nor does it run over a school holiday that is longer than a half-term.
    """
    long_ones = [each for each in breaks if each.last - each.first >= A_SHORT_ONE]
    ahead = today + IN_FRONT
    monday = ahead + timedelta(days=-ahead.weekday() % 7)
    for n in range(LOOKED_AHEAD):
        opens = monday + n * A_WEEK
        closes = length.after(opens, calendar)  # the stricter way of counting: a day more than is asked
        if closes is None:
            return None
        away = over_august(opens, closes) or over_christmas(opens, closes) or over_easter(opens, closes)
        if calendar.is_working(opens) and not (away or any(each.within(opens, closes) for each in long_ones)):
            return opens, closes
    return None


def _window(
    length: Period, others: tuple[Dealing, ...], breaks: tuple[Break, ...], today: date, compact: Published
) -> tuple[str, ...]:
    found = earliest(length, today, compact.agreement.calendar, breaks)
    asked = _("The %(called)s asks for %(period)s.") % {"called": compact.agreement.called, "period": length}
    if found is None:
        return (asked, _("In the next year every such time runs over long holidays. Give people longer."))
    opens, closes = found
    meanwhile = sum(_overlaps(each, opens, closes) for each in others)
    others_then = ngettext("%(n)s other is open then.", "%(n)s others are open then.", meanwhile) % {"n": meanwhile}
    says = others_then if meanwhile else _("Nothing else is open then.")
    words = {"opens": long_date(opens), "closes": long_date(closes)}
    return (
        asked,
        _("The earliest good time is from %(opens)s to %(closes)s.") % words,
        _("It runs over no August, Christmas or Easter. You have four weeks to tell groups before."),
        *_school(opens, closes, breaks),
        says,
    )


def _school(opens: date, closes: date, breaks: tuple[Break, ...]) -> tuple[str, ...]:
    """What is said of school holidays beside a window that avoids the long ones."""
    if not breaks:
        return ()
    short = [each for each in breaks if each.within(opens, closes)]
    return (_("It runs over no long school holiday."), *map(closed, short), *known_up_to(closes, breaks))


def _months(today: date, others: tuple[Dealing, ...], calendar: Calendar, breaks: tuple[Break, ...]) -> Iterator[Month]:
    spans = [_month(today, n) for n in range(MONTHS)]
    counts = [sum(_overlaps(each, *span) for each in others) for span in spans]
    for (first, last), count in zip(spans, counts, strict=True):
        bank = sorted(each for each in calendar.holidays if first <= each <= last)
        holidays = (
            *(f"{calendar.holidays[day].name}, {_without_year(day)}" for day in bank),
            *(f"{each.name}, {each.days}" for each in breaks if each.within(first, last)),
        )
        yield Month(_month_named(first), count, holidays, round(LONGEST_BAR * count / max(counts)) if count else 0)


def _month(today: date, ahead: int) -> tuple[date, date]:
    """The first and the last day of a month, counted from this one; of this one only what is left."""
    index = today.year * 12 + today.month - 1 + ahead
    first = date(index // 12, index % 12 + 1, 1)
    index += 1
    return max(first, today), date(index // 12, index % 12 + 1, 1) - A_DAY


def _month_named(first: date) -> str:
    return short_date(first).partition(" ")[2]


def _without_year(day: date) -> str:
    """A day in a row whose month says the year."""
    return short_date(day).rpartition(" ")[0]


def _overlaps(dealing: Dealing, first: date, last: date) -> bool:
    return dealing.happens_on <= last and (dealing.ends_on is None or dealing.ends_on >= first)


def _named(dealing: Dealing) -> Link:
    days = date_range(dealing.happens_on, dealing.ends_on) if dealing.ends_on else short_date(dealing.happens_on)
    return Link(f"{dealing.title}, {named(dealing.organisation)}, {days}", address_of(dealing))
