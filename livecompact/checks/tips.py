"""What is worked out beside a question or a plan: the day that a number comes to, holidays within, what is lost."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.checks.deriving import over_august, over_christmas, over_easter
from livecompact.checks.journeys.journey import Page, Voice
from livecompact.checks.walking import Walk
from livecompact.compacts.holidays.queries import Break
from livecompact.standards.calendar import Calendar
from livecompact.standards.facts import Facts
from livecompact.standards.judging import Answer, value
from livecompact.standards.language import Dated, DateOrder, OpenFor, Test
from livecompact.standards.language import walk as parts_of
from livecompact.standards.standard import Standard
from livecompact.standards.words import listed, long_date, money, short_date


def worked_out(walk: Walk, page: Page) -> list[str]:
    """What the standards make of the answers so far, for a page that asks the next one."""
    names = {name for question in walk.questions(page) for name in question.facts}
    facts = walk.answers.facts_of(tuple(q for q in walk.journey.questions if q not in page.questions))
    speaking = [standard for standard in walk.standards if standard.basis != "prompt" and _speaks(standard, facts)]
    told = [line for each in speaking for test in parts_of(each.kept) for line in _told(test, each, names, facts, walk)]
    return list(dict.fromkeys(told))


def holidays(facts: Facts, calendar: Calendar, breaks: tuple[Break, ...] = ()) -> list[str]:
    """What lies between the opening and the closing day: bank holidays, August, Christmas, Easter, school holidays."""
    opens, closes = facts.day("opens"), facts.day("closes")
    if opens is None or closes is None or closes < opens:
        return []
    return [*_bank_holidays(opens, closes, calendar), *_away(opens, closes), *_school(opens, closes, breaks)]


def change_of_amount(facts: Facts) -> list[str]:
    """How much is lost or gained, in pounds and per cent."""
    before, after = facts["amount_before"], facts["amount_after"]
    if not isinstance(before, Decimal) or not isinstance(after, Decimal):
        return []
    if not after:
        return [_("Nothing is left of %(before)s a year, so we count it as ending.") % {"before": money(before)}]
    if not before or before == after:
        return []
    share = f"{abs(after - before) / before:.0%}"
    words = {"before": money(before), "after": money(after), "by": money(abs(after - before)), "share": share}
    if after < before:
        return [_("It goes down from %(before)s to %(after)s a year: %(by)s or %(share)s less.") % words]
    return [_("It goes up from %(before)s to %(after)s a year: %(by)s or %(share)s more.") % words]


def _speaks(standard: Standard, facts: Facts) -> bool:
    return standard.when is None or value(standard.when, facts, standard.setting.calendar) is not Answer.NO


def _told(test: Test, standard: Standard, names: set[str], facts: Facts, walk: Walk) -> Iterator[str]:
    calendar = standard.setting.calendar
    if isinstance(test, OpenFor) and {test.opens, test.closes} <= names and standard.gives_verdicts:
        day = test.at_least.after(walk.today, calendar)
        asked = _("The %(called)s asks for %(period)s.") % {"called": standard.setting.called, "period": test.at_least}
        from_today = (
            _("%(period)s from today is %(day)s.") % {"period": test.at_least, "day": long_date(day)} if day else ""
        )
        yield asked if walk.journey.voice is Voice.AS_IF else f"{asked} {from_today}".strip()
    if isinstance(test, Dated) and test.than.period and test.than.side == "after":
        yield from _dated(test, standard, names, facts)


def _dated(test: Dated, standard: Standard, names: set[str], facts: Facts) -> Iterator[str]:
    """The day by which, or from which, where the other of the two days is known."""
    period, calendar = test.than.period, standard.setting.calendar
    known, other = facts.day(test.than.fact), facts.day(test.fact)
    words: dict[str, object] = {"called": standard.setting.called, "period": period}
    if period is None:
        return
    if test.fact in names and known and test.order is DateOrder.NO_LATER_THAN:
        day, pattern = period.after(known, calendar), _("%(period)s on is %(day)s.")
        suggests = "" if standard.gives_verdicts else _("No number is agreed here. We suggest %(period)s. ")
        if day:
            yield (suggests + pattern) % {**words, "day": long_date(day)}
    if test.than.fact in names and other and test.order is DateOrder.NO_EARLIER_THAN and standard.gives_verdicts:
        day = period.before(other, calendar)
        if day:
            yield _("The %(called)s asks for %(period)s: tell them by %(day)s.") % {**words, "day": long_date(day)}


def _bank_holidays(opens: date, closes: date, calendar: Calendar) -> list[str]:
    if not (calendar.knows(opens) and calendar.knows(closes)):
        years = {"first": calendar.first.year, "last": calendar.last.year}
        return [_("We know bank holidays only from %(first)s to %(last)s.") % years]
    inside = [each for day, each in sorted(calendar.holidays.items()) if opens <= day <= closes]
    if not inside:
        return [_("No bank holiday lies between the two days.")]
    days = listed([f"{each.name} ({short_date(each.day)})" for each in inside])
    count = ngettext("%(count)s bank holiday lies", "%(count)s bank holidays lie", len(inside)) % {"count": len(inside)}
    return [_("%(count)s between the two days. They are %(days)s.") % {"count": count, "days": days}]


def _away(opens: date, closes: date) -> list[str]:
    over = [
        *([_("August")] if over_august(opens, closes) else []),
        *([_("Christmas")] if over_christmas(opens, closes) else []),
        *([_("Easter")] if over_easter(opens, closes) else []),
    ]
    return [_("It runs over %(when)s, when people are away.") % {"when": listed(over)}] if over else []


def _school(opens: date, closes: date, breaks: tuple[Break, ...]) -> list[str]:
    inside = [each for each in breaks if each.within(opens, closes)]
    return [*map(closed, inside), *known_up_to(closes, breaks)]


def closed(holiday: Break) -> str:
    """One school holiday, as a sentence."""
    return _("Schools are closed then: %(name)s, %(days)s.") % {"name": holiday.name, "days": holiday.days}


def known_up_to(closes: date, breaks: tuple[Break, ...]) -> list[str]:
    """Up to which day school holidays are entered, where a plan goes on after it; nothing where none is."""
    last = max((each.last for each in breaks), default=closes)
    return [_("We know school holidays only up to %(day)s.") % {"day": short_date(last)}] if last < closes else []
