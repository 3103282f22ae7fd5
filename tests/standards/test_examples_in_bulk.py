"""Every worked example of every agreement that ships, on both engines, under every standard of its kind."""

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from livecompact import agreements
from livecompact.standards.examples import LONG_AFTER, as_if_adopted
from livecompact.standards.standard import DOES_NOT_SPEAK, Example, Standard
from tests.standards.engines import COLUMNS, by_duckdb, by_reference
from tests.standards.strategies import Case, Dealing

type Told = list[tuple[Standard, Example]]


def examples() -> Iterator[tuple[str, Told, date]]:
    """The examples of one kind in one edition, those that are asked on the same day together."""
    for agreement in map(agreements.load, agreements.bundled()):
        for edition in agreement.editions:
            for kind in sorted({standard.of for standard in edition.standards}):
                told = [(as_if_adopted(s), e) for s in edition.standards if s.of == kind for e in s.examples]
                for day in sorted({example.on or LONG_AFTER for _, example in told}):
                    yield f"{agreement.id}, {kind}, {day}", [t for t in told if (t[1].on or LONG_AFTER) == day], day


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as connection:
        yield connection


EXAMPLES = [pytest.param(told, day, id=name) for name, told, day in examples()]


@pytest.mark.parametrize(("told", "day"), EXAMPLES)
def test_every_example_comes_out_on_duckdb_as_on_the_reference(connection, told: Told, day: date):
    standards = tuple({standard.code: standard for standard, _ in told}.values())
    case = Case(standards, tuple(Dealing(example.given, bound=True) for _, example in told), day)

    found = by_duckdb(connection, case)

    assert found == by_reference(case)
    verdicts = {(line[COLUMNS.index("row")], line[COLUMNS.index("standard")]): line[4] for line in found}
    for row, (standard, example) in enumerate(told):
        if not example.here:  # what is said here, and not in a file, only the site can judge
            assert verdicts.get((row, standard.code), DOES_NOT_SPEAK) == example.verdict, example.say
