"""What the facts were, test by test: with their dates for the working, and in short for the verdict."""

from functools import singledispatch

from livecompact.standards.facts import Fact, FactType
from livecompact.standards.judging import Answer
from livecompact.standards.language import Dated, DoesNotHold, Holds, Number, OneOf, OpenFor, Stated, Test
from livecompact.standards.words.clauses import (
    at,
    bare,
    denied,
    happened,
    happens,
    is_said_to_be_given,
    shown,
    the_answer_to,
)
from livecompact.standards.words.deciding import Case, answered_none
from livecompact.standards.words.measuring import open_for, span
from livecompact.standards.words.saying import date_range, listed, sentence, short_date, spread


def told(test: Test, case: Case, *, briefly: bool = False) -> str:
    """What the facts of a simple test were, in a sentence or two; empty where they are not known.

    "It was open for 56 days, from 3 March to 27 April 2025, both days counted."
    """
    if case.answer(test) is Answer.NOT_KNOWN:
        return ""
    if case.silent_on(test):
        return ""
    if nones := answered_none(test, case):
        return " ".join(_none(name, case) for name in nones)
    return sentence(_told(test, case, briefly))


@singledispatch
def _told(test: Test, case: Case, briefly: bool) -> str:
    raise TypeError(f"there are no words for {type(test).__name__}")


@_told.register
def _(test: Stated, case: Case, briefly: bool) -> str:
    facts = [case.fact(name) for name in test.names]
    records = [fact.label for fact in facts if not _is_told_by_itself(fact)]
    told_so = [sentence(_stated(fact.name, case)) for fact in facts if _is_told_by_itself(fact)]
    return " ".join([*told_so, spread("we have a record of", records, "and", "we have also a record of")]).strip()


@_told.register
def _(test: Holds, case: Case, briefly: bool) -> str:
    return _flags(test.names, case, met=case.answer(test) is Answer.YES, wanted=True)


@_told.register
def _(test: DoesNotHold, case: Case, briefly: bool) -> str:
    return _flags(test.names, case, met=case.answer(test) is Answer.YES, wanted=False)


@_told.register
def _(test: OneOf, case: Case, briefly: bool) -> str:
    return f"{the_answer_to(case.fact(test.fact))} is “{case.facts[test.fact]}”"


@_told.register
def _(test: Number, case: Case, briefly: bool) -> str:
    fact = case.fact(test.fact)
    return f"{fact.label} is {shown(fact, case.facts[test.fact])}"


@_told.register
def _(test: Dated, case: Case, briefly: bool) -> str:
    day, than = case.day(test.fact), case.day(test.than.fact)
    if day is None or than is None:
        return ""
    first = at(case.fact(test.fact), day, case.today)
    second = at(case.fact(test.than.fact), than, case.today)
    on, of = ("", "") if briefly else (f" on {short_date(day)}", f" on {short_date(than)}")
    if day == than:
        return f"{first}{on}, the day {second}" if on else f"{first} on the day {second}"
    apart = span(min(day, than), max(day, than), test.than.period, case.calendar)
    return f"{first}{on}{',' if on else ''} {apart} {'after' if day > than else 'before'} {second}{of}"


@_told.register
def _(test: OpenFor, case: Case, briefly: bool) -> str:
    opens, closes = case.day(test.opens), case.day(test.closes)
    if opens is None or closes is None:
        return ""
    length = open_for(opens, closes, test.at_least, case.calendar)
    first, last = case.fact(test.opens), case.fact(test.closes)
    if first.happens != "it opens":
        began = f"{at(first, opens, case.today)} on {short_date(opens)} and {at(last, closes, case.today)}"
        that_is = f"both days counted, that is {length}"
        return that_is if briefly else f"{began} on {short_date(closes)}. {sentence(that_is)}"
    said = f"it {'was' if closes < case.today else 'is'} open for {length}"
    dates = f", from {date_range(opens, closes)}" if opens != closes else f", on {short_date(opens)}"
    return said if briefly else f"{said}{dates}, both days counted"


def _none(name: str, case: Case) -> str:
    """That a fact was answered with none."""
    fact = case.fact(name)
    if is_said_to_be_given(fact):
        return sentence(f"no {bare(fact.label)} was given")
    if fact.is_reason:
        return sentence(f"we were told of no {bare(fact.label)}")
    return sentence(f"{the_answer_to(fact)} was “none”")


def _is_told_by_itself(fact: Fact) -> bool:
    return fact.type is FactType.DATE or is_said_to_be_given(fact)


def _stated(name: str, case: Case) -> str:
    fact, day = case.fact(name), case.day(name)
    if day is not None:
        return f"{at(fact, day, case.today)} on {short_date(day)}"
    return f"a {bare(fact.label)} was given"


def _flags(names: tuple[str, ...], case: Case, *, met: bool, wanted: bool) -> str:
    """The flags that decided: all where the test is met, else those that are not as wanted."""
    clauses = []
    for name in names:
        flag = case.facts[name] is True
        if met or flag is not wanted:
            fact = case.fact(name)
            clauses.append((happened(fact) if case.past else happens(fact)) if flag else denied(fact))
    return listed(clauses)
