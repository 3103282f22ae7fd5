"""The reference judge and DuckDB find the same, on whatever the language of standards can say."""

from collections.abc import Iterator
from typing import Any

import duckdb
import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis.errors import NoSuchExample

from livecompact.standards.judging import Answer, Reason
from livecompact.standards.language import (
    WORDS,
    Dated,
    DateOrder,
    DatePhrase,
    Number,
    NumberOrder,
    OpenFor,
    walk,
)
from livecompact.standards.periods import Unit
from livecompact.standards.standard import Basis, Side, Standard, Verdict
from tests.standards.engines import COLUMNS, by_duckdb, by_reference
from tests.standards.faults import FAULTS, Fault
from tests.standards.strategies import BY_WORD, TESTS, Case, cases

SHORT, LONG = 300, 10_000
ONLY_LOOKING = hypothesis.settings(
    max_examples=1_000, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as connection:
        yield connection


def assert_same_findings(connection: duckdb.DuckDBPyConnection, case: Case) -> None:
    expected, found = by_reference(case), by_duckdb(connection, case)
    differing = [
        f"{case.dealings[right[0]].facts.stated}\n  reference {_told(right)}\n  DuckDB    {_told(wrong)}"
        for right, wrong in zip(expected, found, strict=False)
        if right != wrong
    ]
    assert not differing, "\n".join(differing[:3])
    assert expected == found


def _told(found: tuple[Any, ...]) -> str:
    return ", ".join(f"{name}={value}" for name, value in zip(COLUMNS, found, strict=True))


@hypothesis.settings(max_examples=SHORT, derandomize=True, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_both_engines_find_the_same_on_generated_dealings(connection, case):
    assert_same_findings(connection, case)


@pytest.mark.long
@hypothesis.settings(max_examples=LONG, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_both_engines_find_the_same_on_ten_thousand_generated_cases(connection, case):
    assert_same_findings(connection, case)


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_seen(connection, fault: Fault):
    kept = BY_WORD[fault.word] if fault.word else TESTS

    def is_seen(case: Case) -> bool:
        try:
            return by_reference(case) != by_duckdb(connection, case)
        except duckdb.Error:
            return True

    with pytest.MonkeyPatch.context() as patch:
        fault.plant(patch)
        hypothesis.find(cases(kept), is_seen, settings=ONLY_LOOKING)


def test_every_word_of_the_language_has_a_strategy():
    assert set(WORDS) == set(BY_WORD)


def test_everything_that_a_standard_can_say_and_find_is_generated():
    missing: set[object] = {*WORDS, *NumberOrder, *DateOrder, *Basis, *Side, *Verdict, "contradiction", "a tip"}
    missing |= {(unit, side) for unit in Unit for side in ("after", "before", "open")}
    missing |= {("met", answer) for answer in Answer} | {("reason", reason) for reason in Reason}

    def has_all(case: Case) -> bool:
        for standard in case.standards:
            missing.difference_update(_said_by(standard))
        for found in by_reference(case):
            missing.difference_update(_found(dict(zip(COLUMNS, found, strict=True))))
        return not missing

    try:
        hypothesis.find(cases(), has_all, settings=ONLY_LOOKING)
    except NoSuchExample:
        pytest.fail(f"never generated: {missing}")


def _said_by(standard: Standard) -> Iterator[object]:
    yield from (standard.basis, standard.setting.binds, standard.setting.acted_by)
    for test in (part for whole in standard.tests for part in walk(whole)):
        yield type(test)
        match test:
            case OpenFor(at_least=period):
                yield (period.unit, "open")
            case Dated(order=order, than=DatePhrase(period=period, side=side)):
                yield from (order, (period.unit, side) if period else order)
            case Number(order=order):
                yield order


def _found(finding: dict[str, Any]) -> Iterator[object]:
    yield "a tip" if finding["would_be"] is None else Verdict(finding["would_be"])
    yield from (("met", finding["met"]), ("reason", finding["reason"]))
    if finding["contradiction"]:
        yield "contradiction"
