"""What was asked beside what was done, and by how much it was missed."""

from datetime import date, timedelta
from functools import singledispatch

from livecompact.standards.calendar import ONE_DAY
from livecompact.standards.judging import Answer, day_of
from livecompact.standards.language import (
    Dated,
    DateOrder,
    DoesNotHold,
    Holds,
    Number,
    NumberOrder,
    OpenFor,
    Stated,
    Test,
)
from livecompact.standards.periods import Unit
from livecompact.standards.standard import Basis, Standard
from livecompact.standards.words.asking import AFTER, AMOUNTS, BEFORE, asks
from livecompact.standards.words.clauses import shown
from livecompact.standards.words.deciding import Case
from livecompact.standards.words.saying import LONGEST, count_of, number, sentence, short_date

THAT_DAY = {
    DateOrder.NO_EARLIER_THAN: "on that day or later",
    DateOrder.LATER_THAN: "after that day",
    DateOrder.NO_LATER_THAN: "by that day",
    DateOrder.EARLIER_THAN: "before that day",
}
THRESHOLD = {
    DateOrder.NO_EARLIER_THAN: "{} or later",
    DateOrder.LATER_THAN: "later than {}",
    DateOrder.NO_LATER_THAN: "by {}",
    DateOrder.EARLIER_THAN: "before {}",
}
EARLY = (DateOrder.NO_EARLIER_THAN, DateOrder.LATER_THAN)


def asked(test: Test, case: Case) -> str:
    """What is asked, and by whom: "The Compact asks for 84." Empty where it goes without saying."""
    what = _asked(test, case)
    said = sentence(f"{_who(case.standard)} {what}")
    return said if what and len(said.split()) <= LONGEST else ""


def missed_by(test: Test, case: Case) -> str:
    """By how much a date was missed: "That is 28 days too soon", say."""
    if not isinstance(test, Dated) or test.than.period is None or case.answer(test) is not Answer.NO:
        return ""
    day, than = case.day(test.fact), day_of(test.than, case.facts, case.calendar)
    if day is None or not isinstance(than, date):
        return ""
    allowed = than + _step(test.order)
    return f"That is {count_of(abs(day - allowed).days, 'day')} too {'soon' if test.order in EARLY else 'late'}."


def on_what_ground(standard: Standard) -> str:
    """Why a standard gives no verdict; empty where it gives one.

    "No number agreed here. We suggest 12 weeks."
    """
    if standard.basis is Basis.PROMPT:
        return "This is a tip, not a check."
    if standard.gives_verdicts:
        return ""
    return "No number agreed here." + (f" We suggest {standard.suggested}." if standard.suggested else "")


def _who(standard: Standard) -> str:
    return f"the {standard.setting.called} asks" if standard.basis is Basis.TEXT else "this area asks"


@singledispatch
def _asked(test: Test, case: Case) -> str:
    return ""


@_asked.register(Holds)
@_asked.register(DoesNotHold)
@_asked.register(Stated)
def _(test: Test, case: Case) -> str:
    return f"that {asks(test, case.setting)}" if case.answer(test) is Answer.NO else ""


@_asked.register
def _(test: Number, case: Case) -> str:
    if test.order is NumberOrder.AT_MOST and not test.than:
        return "for none" if case.answer(test) is Answer.NO else ""
    return f"for {AMOUNTS[test.order].format(shown(case.fact(test.fact), test.than))}"


@_asked.register
def _(test: OpenFor, case: Case) -> str:
    if test.at_least.in_days is not None:
        return f"for {number(test.at_least.in_days)}"
    if test.at_least.unit is Unit.WORKING_DAYS:
        return f"for {number(test.at_least.count)}"
    opens = case.day(test.opens)
    end = test.at_least.after(opens, case.calendar) if opens else None
    return f"for {test.at_least}" + (f": to {short_date(end - ONE_DAY)} or later" if end else "")


@_asked.register
def _(test: Dated, case: Case) -> str:
    if test.than.period is None and case.day(test.fact) and case.day(test.than.fact):
        return f"for this {THAT_DAY[test.order]}"
    if test.than.period is None:
        return f"that {asks(test, case.setting)}"
    words = (AFTER if test.than.side == "after" else BEFORE)[test.order]
    day = day_of(test.than, case.facts, case.calendar)
    length = words.removesuffix(f" {test.than.side}").format(test.than.period)
    return f"for {length}" + (f": {THRESHOLD[test.order].format(short_date(day))}" if isinstance(day, date) else "")


def _step(order: DateOrder) -> timedelta:
    """How far the first day allowed lies from the one named."""
    return {DateOrder.LATER_THAN: ONE_DAY, DateOrder.EARLIER_THAN: -ONE_DAY}.get(order, timedelta(0))
