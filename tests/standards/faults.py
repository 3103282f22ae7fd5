"""Faults to plant in the queries, one at a time: a test that sees none of them proves nothing.

Each is a plausible slip of whoever writes a word, a way of counting or a step of judging anew.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from livecompact.standards.bulk import answers, calendars, dates, questions, verdicts
from livecompact.standards.bulk.calendars import Worked
from livecompact.standards.bulk.columns import Columns
from livecompact.standards.bulk.quoting import literal
from livecompact.standards.language import (
    AnyOf,
    Dated,
    DateOrder,
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
from livecompact.standards.periods import Period
from tests.standards.strategies import FACTS

type Patch = pytest.MonkeyPatch
type Plant = Callable[[Patch], None]


@dataclass(frozen=True)
class Fault:
    """How to plant a fault, and the word of the language that it spoils; None where it spoils the judging."""

    plant: Plant
    word: type[Test] | None = None


NEXT_DAY = dates.next_day("due")
PRESUMED = {name: fact.presumed for name, fact in FACTS.items() if fact.presumed is not None}


def _order(order: DateOrder | NumberOrder, sign: str) -> Plant:
    """Compare with another sign."""
    signs: dict[Any, str] = answers.DATES_STAND if isinstance(order, DateOrder) else answers.NUMBERS_STAND
    return lambda patch: patch.setitem(signs, order, sign)


def _step(step: str, words: str, instead: str = "") -> Plant:
    """Say a step of judging in other words."""

    def plant(patch: Patch) -> None:
        said = getattr(verdicts, step)
        assert words in said, f"{step} no longer says {words!r}"
        patch.setattr(verdicts, step, said.replace(words, instead))

    return plant


def _word(word: type[Test], otherwise: Callable[[Any, Columns], str]) -> Plant:
    """Answer a word of the language otherwise."""
    right = answers.sql

    def planted(test: Test, columns: Columns) -> str:
        return otherwise(test, columns) if isinstance(test, word) else right(test, columns)

    def plant(patch: Patch) -> None:
        patch.setattr(answers, "sql", planted)
        patch.setattr(questions, "sql", planted)

    return plant


def _instead(module: object, name: str, otherwise: Callable[..., str]) -> Plant:
    """Put another function in the place of one."""
    return lambda patch: patch.setattr(module, name, otherwise)


def _closing_day_left_out(period: Period, opens: str, closes: str, worked: Worked) -> str:
    return f"({closes} >= {dates.after(period, opens, worked)})"


def _first_of_next_month(day: str, months: int) -> str:
    """The other rule that people know."""
    there = f"CAST({day} + to_months({months}) AS DATE)"
    return f"(CASE WHEN day({there}) < day({day}) THEN {there} + 1 ELSE {there} END)"


def _same_day_of_month(day: str, months: int) -> str:
    return f"CAST({day} - to_months({months}) AS DATE)"


def _greatest(_: str, days: Iterable[str]) -> str:
    return f"greatest({', '.join(days) or 'CAST(NULL AS DATE)'})"


def _all(answers: Iterable[str]) -> str:
    return f"({' AND '.join(answers)})"


FAULTS: dict[str, Fault] = {
    "at least is read as more than": Fault(_order(NumberOrder.AT_LEAST, ">"), Number),
    "less than is read as at most": Fault(_order(NumberOrder.LESS_THAN, "<="), Number),
    "the same day counts as later": Fault(_order(DateOrder.LATER_THAN, ">="), Dated),
    "the same day counts as too late": Fault(_order(DateOrder.NO_LATER_THAN, "<"), Dated),
    "the closing day is not counted": Fault(_instead(dates, "fits_between", _closing_day_left_out), OpenFor),
    "a month is 30 days": Fault(_instead(dates, "_plus_months", lambda day, n: f"({day} + {30 * n})"), Dated),
    "a day that a month lacks is the first of the next": Fault(
        _instead(dates, "_plus_months", _first_of_next_month), OpenFor
    ),
    "months before the end of a month begin at the same day": Fault(
        _instead(dates, "_months_before", _same_day_of_month), Dated
    ),
    "working days are counted from the day itself": Fault(
        _instead(calendars.Worked, "_to", lambda worked, day: worked._before(day)),  # noqa: SLF001  # what is wrong
        OpenFor,
    ),
    "none is taken for not known": Fault(_instead(answers, "_none_is", lambda _answer, _fact, other, _: f"({other})")),
    "a date that is none leaves it not known": Fault(
        _instead(answers, "_either_none_is_no", lambda _facts, otherwise, _columns: f"({otherwise})"), Dated
    ),
    "a flag that is none is not false": Fault(
        _word(DoesNotHold, lambda test, columns: _all(f"NOT {columns.value(name)}" for name in test.names)), DoesNotHold
    ),
    "not known is taken for no": Fault(
        _word(Stated, lambda test, columns: _all(f"({columns.value(name)} IS NOT NULL)" for name in test.names)), Stated
    ),
    "the first choice is the only one": Fault(
        _word(OneOf, lambda test, columns: f"({columns.value(test.fact)} = {literal(test.choices[0])})"), OneOf
    ),
    "first known is any": Fault(
        _word(FirstKnownOf, lambda test, columns: answers.sql(AnyOf(test.tests), columns)), FirstKnownOf
    ),
    "a presumed flag counts as said in what was promised": Fault(
        lambda patch: patch.setattr(questions, "Columns", partial(Columns, presumed=PRESUMED)), Holds
    ),
    "the latest day that is due counts": Fault(_instead(questions, "_chosen", _greatest)),
    "what closes today is over": Fault(_instead(dates, "next_day", lambda day: day), OpenFor),
    "it is late on the day on which it is due": Fault(_step("SETTLED", f"ELSE {NEXT_DAY}", "ELSE due")),
    "contradictions do not matter": Fault(_instead(questions, "_contradiction", lambda *_: "CAST(NULL AS VARCHAR)")),
    "every side is bound": Fault(_instead(questions, "_binds", lambda _: "TRUE")),
    "a reason always excuses": Fault(_step("SETTLED", " AND has_way_out")),
    "a reason that nobody knows of is no reason": Fault(_step("SETTLED", "excuse IS NOT NULL AND ")),
    "what may not apply is not kept": Fault(_step("SETTLED", " AND applies ")),
    "people do not judge": Fault(_step("SETTLED", " AND NOT judged_by_people")),
    "nothing keeps a promise before it is due": Fault(_step("SETTLED", f"least({NEXT_DAY}, come)", NEXT_DAY), Dated),
    "it settles a day late": Fault(_step("JUDGED", "< settles_on", "<= settles_on")),
    "without a day that is due it is late": Fault(_step("JUDGED", "AND has_due AND due IS NULL", "AND FALSE")),
    "a standard that has ended goes on": Fault(_instead(questions, "_in_force", lambda *_: "")),
    "tips give verdicts": Fault(_step("JUDGED", "NOT gives_verdicts", "FALSE")),
    "nobody need be bound": Fault(_step("FINDINGS", "WHEN bound", "WHEN TRUE")),
    "no reason is taken for one not known": Fault(_step("FINDINGS", "WHEN NOT has_reason", "WHEN FALSE")),
}
"""What is wrong, and how to plant it."""
