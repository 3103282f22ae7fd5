"""Plans: orders that would meet a test, with the facts that each would change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import reduce, singledispatch
from itertools import chain, islice

from livecompact.standards.facts import NOT_KNOWN, Facts, FactType, FactValue, Unsaid
from livecompact.standards.judging import Answer
from livecompact.standards.language import (
    AllOf,
    Dated,
    DoesNotHold,
    FirstKnownOf,
    Holds,
    Number,
    NumberOrder,
    OneOf,
    OpenFor,
    Several,
    Stated,
    Test,
)
from livecompact.standards.words.asking import asks
from livecompact.standards.words.clauses import denied, is_deadline
from livecompact.standards.words.deciding import Case
from livecompact.standards.words.moving import Move, can_move, moves_dated, moves_open
from livecompact.standards.words.saying import short_date

SOME_WORDS = "some words"
"""Stands for a text that only its author can write, while a plan is tried."""
MOST = 50
"""So many ways of joining plans are looked at, and no more."""


@dataclass(frozen=True)
class Plan:
    """Orders that together meet a test; `to_say` are the facts for which the author must find the words."""

    orders: tuple[str, ...] = ()
    changes: Mapping[str, FactValue] = field(default_factory=dict)
    to_say: tuple[str, ...] = ()

    def and_then(self, other: "Plan") -> "Plan":
        """Both plans as one."""
        return Plan(self.orders + other.orders, {**self.changes, **other.changes}, self.to_say + other.to_say)

    def followed(self, case: Case) -> Case:
        """The case as it is once the plan is followed, with some words wherever only the author has them."""
        return replace(case, facts=Facts({**case.facts, **dict.fromkeys(self.to_say, SOME_WORDS), **self.changes}))


def plans(test: Test, case: Case) -> Iterator[Plan]:
    """The plans that may meet a test, the best first; one that is met needs none."""
    if case.answer(test) is Answer.YES:
        return iter([Plan()])
    return iter(_plans(test, case))


@singledispatch
def _plans(test: Test, case: Case) -> Iterator[Plan]:
    raise TypeError(f"there is no advice for {type(test).__name__}")


@_plans.register
def _(test: OpenFor, case: Case) -> Iterator[Plan]:
    return _moved(moves_open(test, case), case)


@_plans.register
def _(test: Dated, case: Case) -> Iterator[Plan]:
    return _moved(moves_dated(test, case), case)


@_plans.register
def _(test: Several, case: Case) -> Iterator[Plan]:
    if isinstance(test, AllOf):
        either_way = chain(_in_turn(test.tests, case), _in_turn(test.tests[::-1], case))
        return islice(either_way, MOST)
    if isinstance(test, FirstKnownOf):
        known_first = sorted(test.tests, key=lambda part: case.answer(part) is Answer.NOT_KNOWN)
        return (plan for part in known_first for plan in plans(part, case))
    return (plan for part in test.tests for plan in plans(part, case))


@_plans.register
def _(test: Stated, case: Case) -> Iterator[Plan]:
    lacking = [name for name in test.names if isinstance(case.facts[name], Unsaid)]
    steps = [None if case.past else _to_state(name, case) for name in lacking]
    if all(steps):
        yield reduce(Plan.and_then, (step for step in steps if step), Plan())


@_plans.register
def _(test: Holds, case: Case) -> Iterator[Plan]:
    lacking = [name for name in test.names if case.facts[name] is not True]
    if not case.past:
        orders = tuple(case.fact(name).do or f"see that {case.fact(name).happens}" for name in lacking)
        yield Plan(orders, dict.fromkeys(lacking, True))


@_plans.register
def _(test: DoesNotHold, case: Case) -> Iterator[Plan]:
    lacking = [name for name in test.names if case.facts[name] in (True, NOT_KNOWN)]
    if not case.past:
        orders = tuple(case.fact(name).do or f"see that {denied(case.fact(name))}" for name in lacking)
        yield Plan(orders, dict.fromkeys(lacking, False))


@_plans.register
def _(test: OneOf, case: Case) -> Iterator[Plan]:
    if not case.past:
        yield Plan((f"see that {asks(test, case.setting)}",), {test.fact: test.choices[0]})


@_plans.register
def _(test: Number, case: Case) -> Iterator[Plan]:
    if not case.past:
        fact = case.fact(test.fact)
        order = fact.do or f"see that {asks(test, case.setting)}"
        step = {NumberOrder.MORE_THAN: 1, NumberOrder.LESS_THAN: -1}.get(test.order, 0)
        yield Plan((order,), {test.fact: test.than + Decimal(step)})


def _in_turn(tests: tuple[Test, ...], case: Case) -> Iterator[Plan]:
    """Plans that meet one test after the other, each on the facts as the plans before it leave them."""
    if not tests:
        yield Plan()
        return
    for plan in plans(tests[0], case):
        for rest in _in_turn(tests[1:], plan.followed(case)):
            yield plan.and_then(rest)


def _moved(moves: list[Move], case: Case) -> Iterator[Plan]:
    for move in moves:
        if possible := can_move(move, case):
            yield Plan((_order(possible, case),), {possible.fact: possible.to})


def _order(move: Move, case: Case) -> str:
    """A move as an order: "Close on 26 May 2025 or later", "Tell groups that it is coming by 7 March 2025"."""
    fact, day = case.fact(move.fact), short_date(move.to)
    when = f"on {day} or later" if move.or_later else f"by {day}"
    if not fact.do:
        return f"move {fact.label} to {day} or {'later' if move.or_later else 'earlier'}"
    return f"{when}, {_begun(fact.do)}" if "," in fact.do else f"{fact.do} {when}"


def _to_state(name: str, case: Case) -> Plan | None:
    """How to get one fact stated before its day is over: by an act of that day, or in the author's own words."""
    fact, due = case.fact(name), case.finding.due
    if not fact.do:
        return None
    if fact.type is FactType.DATE and due is not None and not is_deadline(fact):
        return Plan((_order(Move(name, due, or_later=False), case),), {name: due})
    return Plan((fact.do,), {}, (name,))


def _begun(order: str) -> str:
    return order[:1].lower() + order[1:]
