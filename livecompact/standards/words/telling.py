"""What the facts were, test by test: with their dates for the working, and in short for the verdict."""

from datetime import date
from functools import singledispatch

from livecompact.standards.facts import NONE, FactType
from livecompact.standards.judging import Answer
from livecompact.standards.language import Dated, DoesNotHold, Holds, Number, OneOf, OpenFor, Stated, Test
from livecompact.standards.words.clauses import a, asked_about, at, bare, denied, happened, happens, shown
from livecompact.standards.words.deciding import Case, answered_none
from livecompact.standards.words.measuring import open_for, span
from livecompact.standards.words.saying import date_range, listed, sentence, short_date


def told(test: Test, case: Case, *, briefly: bool = False) -> str:
    """What the facts of a simple test were, in a sentence or two; empty where they are not known.

    "It was open for 56 days, from 3 March to 27 April 2025, both days counted."
    """
    if case.answer(test) is Answer.NOT_KNOWN:
        return ""
    nones = [] if isinstance(test, DoesNotHold | Holds) else answered_none(test, case)
    if nones:
        return " ".join(_none(name, case) for name in nones)
    return sentence(_told(test, case, briefly))


@singledispatch
def _told(test: Test, case: Case, briefly: bool) -> str:
    raise TypeError(f"there are no words for {type(test).__name__}")


@_told.register
def _(test: Stated, case: Case, briefly: bool) -> str:
    return listed([_stated(name, case) for name in test.names])


@_told.register
def _(test: Holds, case: Case, briefly: bool) -> str:
    return _flags(test.names, case, met=case.answer(test) is Answer.YES, wanted=True)


@_told.register
def _(test: DoesNotHold, case: Case, briefly: bool) -> str:
    return _flags(test.names, case, met=case.answer(test) is Answer.YES, wanted=False)


@_told.register
def _(test: OneOf, case: Case, briefly: bool) -> str:
    fact = case.fact(test.fact)
    return f"{fact.label} is {shown(fact, case.facts[test.fact])}"


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
    verb = _is_or_was(closes, case.today)
    if case.fact(test.opens).happens == "it opens":
        said = f"it {verb} open for {length}"
    else:
        said = f"there {'were' if verb == 'was' else 'are'} {length} from {case.fact(test.opens).label}"
        said += f" to {case.fact(test.closes).label}"
    dates = f", from {date_range(opens, closes)}" if opens != closes else f", on {short_date(opens)}"
    return said if briefly else f"{said}{dates}, both days counted"


def _none(name: str, case: Case) -> str:
    """That a fact was answered with none; or, where silence counts, that nothing is recorded."""
    fact = case.fact(name)
    if fact.is_reason:
        return sentence(f"no {bare(fact.label)} was given")
    if case.silent and case.finding.facts[name] is not NONE:
        return sentence(f"nothing is recorded here of {asked_about(fact, past=True)}")
    return sentence(f"the answer to {asked_about(fact, past=case.past)} was “none”")


def _stated(name: str, case: Case) -> str:
    fact, day = case.fact(name), case.day(name)
    if fact.type is FactType.DATE and day is not None:
        return f"{at(fact, day, case.today)} on {short_date(day)}"
    if fact.is_reason:
        return f"{a(fact.label)} was given"
    return f"there is a record of {fact.label}"


def _flags(names: tuple[str, ...], case: Case, *, met: bool, wanted: bool) -> str:
    """The flags that decided: all where the test is met, else those that are not as wanted."""
    clauses = []
    for name in names:
        flag = case.facts[name] is True
        if met or flag is not wanted:
            fact = case.fact(name)
            clauses.append((happened(fact) if case.past else happens(fact)) if flag else denied(fact))
    return listed(clauses)


def _is_or_was(day: date, today: date) -> str:
    return "was" if day < today else "is"
