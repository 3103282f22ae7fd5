"""The reference judge: what a standard says of one dealing on one day.

It is plain Python and read from top to bottom; every other engine is held to it. The order of `judge` is the contract
of docs/explanation/verdicts.md.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import singledispatch
from operator import ge, gt, le, lt
from typing import Any

from livecompact.standards.calendar import Calendar, next_day
from livecompact.standards.facts import NONE, NOT_KNOWN, Facts, FactValue, Unsaid
from livecompact.standards.language import (
    AllOf,
    AnyOf,
    Dated,
    DateOrder,
    DatePhrase,
    DoesNotHold,
    FirstKnownOf,
    Holds,
    Number,
    NumberOrder,
    OneOf,
    OpenFor,
    Stated,
    Test,
)
from livecompact.standards.standard import Side, Standard, Verdict

STANDS: Mapping[NumberOrder | DateOrder, Callable[[Any, Any], bool]] = {
    NumberOrder.AT_LEAST: ge,
    NumberOrder.MORE_THAN: gt,
    NumberOrder.AT_MOST: le,
    NumberOrder.LESS_THAN: lt,
    DateOrder.NO_EARLIER_THAN: ge,
    DateOrder.LATER_THAN: gt,
    DateOrder.NO_LATER_THAN: le,
    DateOrder.EARLIER_THAN: lt,
}


class Answer(StrEnum):
    """What a test says: yes, no, or that it is not known."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not known"


class Reason(StrEnum):
    """Whether a reason for doing less was given."""

    GIVEN = "given"
    NONE = "none"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What one standard says of one dealing on one day, with what it rests on.

    `verdict` is None where the standard only advises. `forecast` is what the verdict would be if its day had passed.
    `settles_on` is the one day on which the verdict changes by itself, if it does.
    """

    standard: Standard
    facts: Facts
    today: date
    verdict: Verdict | None
    met: Answer
    reason: Reason
    forecast: Verdict
    settles_on: date | None
    due: date | None
    contradiction: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts it looks at that are not known."""
        return tuple(name for name in self.standard.facts if self.facts[name] is NOT_KNOWN)


def judge(
    standard: Standard,
    facts: Facts,
    today: date,
    *,
    here: bool = False,
    explained: bool = False,
    side: Side | None = None,
    organisation: str = "",
) -> Finding | None:
    """What one standard says of one dealing on one day; None where it does not speak.

    `here` is True on the site, where silence may be told from not knowing; `explained` where an explanation stands.
    `side` and `organisation` (an org-id) are who acted; unsaid, the side is the one that acts in this kind of dealing.
    """
    applies = applies_to(standard, facts)
    bound = _binds(standard, side or standard.setting.acted_by, organisation)
    if not bound or not _in_force(standard, facts, today) or applies is Answer.NO:
        return None
    calendar = standard.setting.calendar
    kept = value(standard.kept, facts, calendar)
    due = due_on(standard, facts)
    contradiction = contradicted(standard, facts)
    settles_on = None if contradiction else _settles_on(standard, facts, kept, due)
    excuse = _excuse(standard, facts, explained=explained)
    forecast = Verdict.NO_EVIDENCE if contradiction else _settled(standard, kept, excuse, applies)
    verdict = forecast
    if not contradiction and kept is not Answer.YES and standard.due and due is None:
        verdict = Verdict.NO_EVIDENCE
    elif settles_on and today < settles_on:
        verdict = Verdict.NOT_YET_DUE
    elif not contradiction and here and standard.silence_is_not_kept and _late(standard, due, today):
        verdict, kept, excuse = _after_silence(standard, facts, applies, explained=explained)
    return Finding(
        standard=standard,
        facts=facts,
        today=today,
        verdict=verdict if standard.gives_verdicts else None,
        met=Answer.NOT_KNOWN if contradiction else kept,
        reason=_reason(standard, facts, excuse, here=here, explained=explained),
        forecast=forecast,
        settles_on=settles_on,
        due=due,
        contradiction=contradiction,
    )


def applies_to(standard: Standard, facts: Facts) -> Answer:
    """Whether `when` is met; flags that nobody stated count as the kind presumes them."""
    if standard.when is None:
        return Answer.YES
    presumed = {name: flag for name, flag in standard.setting.presumed.items() if facts[name] is NOT_KNOWN}
    said = Facts({**facts.stated, **presumed}) if presumed else facts
    return value(standard.when, said, standard.setting.calendar)


def due_on(standard: Standard, facts: Facts) -> date | None:
    """The last day for doing it: the earliest known of the dates that `due` names."""
    days = [day_of(phrase, facts, standard.setting.calendar) for phrase in standard.due]
    return min((day for day in days if isinstance(day, date)), default=None)


def contradicted(standard: Standard, facts: Facts) -> str:
    """The sentence of the first rule of the kind that the weighed dates break; empty where they stand."""
    return next((rule.say for rule in standard.rules if rule.broken_by(facts)), "")


def day_of(phrase: DatePhrase, facts: Facts, calendar: Calendar) -> date | Unsaid:
    """The date that a phrase names, or that it is none or not known."""
    day = facts[phrase.fact]
    if isinstance(day, Unsaid):
        return day
    if not isinstance(day, date):
        raise TypeError(f"{phrase.fact} holds {day!r}, which is not a date")
    if phrase.period is None:
        return day
    count = phrase.period.after if phrase.side == "after" else phrase.period.before
    found = count(day, calendar)
    return NOT_KNOWN if found is None else found


@singledispatch
def value(test: Test, facts: Facts, calendar: Calendar) -> Answer:
    """Whether a test is met: the meaning of each word of the language."""
    raise TypeError(f"the judge has no answer for {type(test).__name__}")


@value.register
def _(test: Stated, facts: Facts, calendar: Calendar) -> Answer:
    return every(_known(facts[name], yes=True) for name in test.names)


@value.register
def _(test: Holds, facts: Facts, calendar: Calendar) -> Answer:
    return every(_known(facts[name], yes=facts[name] is True) for name in test.names)


@value.register
def _(test: DoesNotHold, facts: Facts, calendar: Calendar) -> Answer:
    return every(
        Answer.YES if facts[name] is NONE else _known(facts[name], yes=facts[name] is False) for name in test.names
    )


@value.register
def _(test: OneOf, facts: Facts, calendar: Calendar) -> Answer:
    return _known(facts[test.fact], yes=facts[test.fact] in test.choices)


@value.register
def _(test: Number, facts: Facts, calendar: Calendar) -> Answer:
    number = facts[test.fact]
    if isinstance(number, Unsaid):
        return _known(number, yes=False)
    if not isinstance(number, Decimal):
        raise TypeError(f"{test.fact} holds {number!r}, which is not a number")
    return _answer(STANDS[test.order](number, test.than))


@value.register
def _(test: Dated, facts: Facts, calendar: Calendar) -> Answer:
    day, than = day_of(DatePhrase(test.fact), facts, calendar), day_of(test.than, facts, calendar)
    if isinstance(day, Unsaid) or isinstance(than, Unsaid):
        return Answer.NO if NONE in (day, than) else Answer.NOT_KNOWN
    return _answer(STANDS[test.order](day, than))


@value.register
def _(test: OpenFor, facts: Facts, calendar: Calendar) -> Answer:
    opens, closes = (day_of(DatePhrase(name), facts, calendar) for name in test.facts())
    if isinstance(opens, Unsaid) or isinstance(closes, Unsaid):
        return Answer.NO if NONE in (opens, closes) else Answer.NOT_KNOWN
    long_enough = test.at_least.fits_between(opens, closes, calendar)
    return Answer.NOT_KNOWN if long_enough is None else _answer(long_enough)


@value.register
def _(test: AllOf, facts: Facts, calendar: Calendar) -> Answer:
    return every(value(part, facts, calendar) for part in test.tests)


@value.register
def _(test: AnyOf, facts: Facts, calendar: Calendar) -> Answer:
    return _turned(every(_turned(value(part, facts, calendar)) for part in test.tests))


@value.register
def _(test: FirstKnownOf, facts: Facts, calendar: Calendar) -> Answer:
    answers = (value(part, facts, calendar) for part in test.tests)
    return next((answer for answer in answers if answer is not Answer.NOT_KNOWN), Answer.NOT_KNOWN)


def every(answers: Iterable[Answer]) -> Answer:
    """One no decides; else one not known leaves it not known.

    >>> every([Answer.YES, Answer.NOT_KNOWN]), every([Answer.NOT_KNOWN, Answer.NO])
    (<Answer.NOT_KNOWN: 'not known'>, <Answer.NO: 'no'>)
    """
    heard = set(answers)
    if Answer.NO in heard:
        return Answer.NO
    return Answer.NOT_KNOWN if Answer.NOT_KNOWN in heard else Answer.YES


def _binds(standard: Standard, side: Side, organisation: str) -> bool:
    bound, only = standard.setting.binds, standard.setting.only
    return (bound is Side.JOINT or bound is side) and (not only or not organisation or organisation in only)


def _in_force(standard: Standard, facts: Facts, today: date) -> bool:
    """Whether the standard held on the day of the dealing; today's standards hold for one without a day."""
    return standard.speaks_on(facts.day(standard.setting.dated_by) or today)


def _late(standard: Standard, due: date | None, today: date) -> bool:
    return not standard.due or (due is not None and due < today)


def _settles_on(standard: Standard, facts: Facts, kept: Answer, due: date | None) -> date | None:
    """The first day on which the verdict is no longer "not yet due".

    It is the day after `due`; a promise that is kept settles earlier, on the day when the last of its dates has come.
    """
    if due is None:
        return None
    after = next_day(due)
    if kept is not Answer.YES:
        return after
    come = [day for test in standard.kept_by for day in _days_to_come(test, facts)]
    return min(after, max(come)) if come else None


def _days_to_come(test: Test, facts: Facts) -> list[date]:
    """The days that must have come before a simple test can be said to be met: a closing day must be over."""
    days = [day for name in test.facts() if (day := facts.day(name)) is not None]
    if isinstance(test, OpenFor) and (closes := facts.day(test.closes)) is not None:
        days.append(next_day(closes))
    return days


def _settled(standard: Standard, kept: Answer, excuse: Answer, applies: Answer) -> Verdict:
    """The verdict once its day has passed: kept, explained, not kept or no evidence."""
    if kept is Answer.YES:
        return Verdict.KEPT
    if kept is Answer.NO and excuse is Answer.YES and standard.has_way_out:
        return Verdict.EXPLAINED
    broken = kept is Answer.NO and excuse is not Answer.NOT_KNOWN and applies is Answer.YES
    if broken and not standard.judged_by_people:
        return Verdict.NOT_KEPT
    return Verdict.NO_EVIDENCE


def _after_silence(
    standard: Standard, facts: Facts, applies: Answer, *, explained: bool
) -> tuple[Verdict, Answer, Answer]:
    """The verdict where what is still not known counts as none; silence never keeps a promise."""
    unless = standard.unless.facts() if standard.unless else ()
    silent = facts.with_silence_as_none(frozenset((*standard.kept.facts(), *unless)))
    kept = value(standard.kept, facts, standard.setting.calendar)
    if kept is Answer.NOT_KNOWN and value(standard.kept, silent, standard.setting.calendar) is Answer.NO:
        kept = Answer.NO
    excuse = _excuse(standard, silent, explained=explained)
    return _settled(standard, kept, excuse, applies), kept, excuse


def _excuse(standard: Standard, facts: Facts, *, explained: bool) -> Answer:
    """Whether there is a reason: an explanation stands, or `unless` is met; no where neither can be."""
    if explained:
        return Answer.YES
    return value(standard.unless, facts, standard.setting.calendar) if standard.unless else Answer.NO


def _reason(standard: Standard, facts: Facts, excuse: Answer, *, here: bool, explained: bool) -> Reason:
    if explained or excuse is Answer.YES:
        return Reason.GIVEN
    if standard.unless:
        return Reason.NONE if excuse is Answer.NO else Reason.NOT_KNOWN
    said = [facts[name] for name in standard.reasons]
    if any(not isinstance(reason, Unsaid) for reason in said):
        return Reason.GIVEN
    return Reason.NONE if here or (said and all(reason is NONE for reason in said)) else Reason.NOT_KNOWN


def _known(fact: FactValue, *, yes: bool) -> Answer:
    """Not known where the fact is; no where it is none; else the answer given."""
    if fact is NOT_KNOWN:
        return Answer.NOT_KNOWN
    return _answer(yes and fact is not NONE)


def _answer(yes: bool) -> Answer:
    return Answer.YES if yes else Answer.NO


def _turned(answer: Answer) -> Answer:
    return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(answer, answer)
