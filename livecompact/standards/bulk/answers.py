"""The words of the language as queries: each is TRUE, FALSE or NULL, for yes, no and not known.

SQL's own AND and OR answer as `all_of` and `any_of` do: one no, one yes decides; else one not known leaves it so.
"""

from collections.abc import Iterable
from functools import singledispatch

from livecompact.standards.bulk import dates
from livecompact.standards.bulk.columns import Columns
from livecompact.standards.bulk.quoting import literal
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

DATES_STAND = {
    DateOrder.NO_EARLIER_THAN: ">=",
    DateOrder.LATER_THAN: ">",
    DateOrder.NO_LATER_THAN: "<=",
    DateOrder.EARLIER_THAN: "<",
}
NUMBERS_STAND = {
    NumberOrder.AT_LEAST: ">=",
    NumberOrder.MORE_THAN: ">",
    NumberOrder.AT_MOST: "<=",
    NumberOrder.LESS_THAN: "<",
}


@singledispatch
def sql(test: Test, columns: Columns) -> str:  # noqa: ARG001  # the words use it
    """Whether a test is met, as a query: `judging.value` once more."""
    raise TypeError(f"there is no query for {type(test).__name__}")


@sql.register
def _(test: Stated, columns: Columns) -> str:
    stated = (f"CASE WHEN {columns.value(name)} IS NOT NULL THEN TRUE END" for name in test.names)
    return _every(_none_is("FALSE", name, then, columns) for name, then in zip(test.names, stated, strict=True))


@sql.register
def _(test: Holds, columns: Columns) -> str:
    return _every(_none_is("FALSE", name, columns.value(name), columns) for name in test.names)


@sql.register
def _(test: DoesNotHold, columns: Columns) -> str:
    return _every(_none_is("TRUE", name, f"NOT {columns.value(name)}", columns) for name in test.names)


@sql.register
def _(test: OneOf, columns: Columns) -> str:
    choices = ", ".join(literal(choice) for choice in test.choices)
    return _none_is("FALSE", test.fact, f"{columns.value(test.fact)} IN ({choices})", columns)


@sql.register
def _(test: Number, columns: Columns) -> str:
    compared = f"{columns.value(test.fact)} {NUMBERS_STAND[test.order]} {literal(test.than)}"
    return _none_is("FALSE", test.fact, compared, columns)


@sql.register
def _(test: Dated, columns: Columns) -> str:
    day, than = columns.day(DatePhrase(test.fact)), columns.day(test.than)
    return _either_none_is_no(test.facts(), f"{day} {DATES_STAND[test.order]} {than}", columns)


@sql.register
def _(test: OpenFor, columns: Columns) -> str:
    opens, closes = columns.value(test.opens), columns.value(test.closes)
    long_enough = dates.fits_between(test.at_least, opens, closes, columns.worked)
    return _either_none_is_no(test.facts(), long_enough, columns)


@sql.register
def _(test: AllOf, columns: Columns) -> str:
    return _every(sql(part, columns) for part in test.tests)


@sql.register
def _(test: AnyOf, columns: Columns) -> str:
    return "(" + " OR ".join(sql(part, columns) for part in test.tests) + ")"


@sql.register
def _(test: FirstKnownOf, columns: Columns) -> str:
    return "coalesce(" + ", ".join(sql(part, columns) for part in test.tests) + ")"


def _every(answers: Iterable[str]) -> str:
    return "(" + " AND ".join(answers) + ")"


def _none_is(answer: str, fact: str, otherwise: str, columns: Columns) -> str:
    return f"(CASE WHEN {columns.is_none(fact)} THEN {answer} ELSE {otherwise} END)"


def _either_none_is_no(facts: Iterable[str], otherwise: str, columns: Columns) -> str:
    none = " OR ".join(columns.is_none(fact) for fact in facts)
    return f"(CASE WHEN {none} THEN FALSE ELSE {otherwise} END)"
