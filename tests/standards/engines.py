"""The two engines side by side: what each finds on the same standards, dealings and day, in the same form."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from livecompact.kinds.kind import write_value
from livecompact.standards import bulk
from livecompact.standards.because import because
from livecompact.standards.bulk.columns import COLUMN_TYPES, none_column
from livecompact.standards.bulk.quoting import literal
from livecompact.standards.facts import NONE, Fact, Unsaid
from livecompact.standards.judging import Answer, applies_to, judge
from livecompact.standards.measuring import measured, short_by
from tests.standards.strategies import Case, Dealing

IN_ALL_FINDINGS = ("row", "kind", "undertaking", "standard", "verdict", "met", "reason", "because", "contradiction")
COLUMNS = (*IN_ALL_FINDINGS, "settles_on", "would_be", "measured", "short_by", "applies")

type Found = list[tuple[Any, ...]]


def by_reference(case: Case) -> Found:
    """What the plain Python judge finds."""
    return [
        (
            row,
            standard.of,
            standard.undertaking,
            standard.code,
            finding.verdict if dealing.bound else None,
            finding.met,
            finding.reason,
            because(standard, dealing.facts),
            finding.contradiction or None,
            finding.settles_on,
            finding.verdict,
            measured(standard, dealing.facts),
            short_by(standard, dealing.facts),
            applies_to(standard, dealing.facts) is Answer.YES,
        )
        for row, dealing in enumerate(case.dealings)
        for standard in sorted(case.standards, key=lambda standard: standard.code)
        if (
            finding := judge(
                standard, dealing.facts, case.today, side=dealing.side, organisation=dealing.organisation or ""
            )
        )
    ]


def by_duckdb(connection: duckdb.DuckDBPyConnection, case: Case) -> Found:
    """What the one query finds."""
    hold(connection, case.dealings, case.standards[0].setting.facts)
    found = bulk.findings(connection, "dealings", case.standards, case.today)
    assert tuple(found.columns) == COLUMNS
    return found.order('"row", standard').fetchall()


def hold(connection: duckdb.DuckDBPyConnection, dealings: Sequence[Dealing], facts: Mapping[str, Fact]) -> None:
    """Put dealings into the table `dealings`, as the reader of files does: a column that nothing fills is left out.

    All cells go in as one parameter: so none of them is ever text of a query.
    """
    kinds = {"row": "BIGINT", "side": "VARCHAR", "organisation_id": "VARCHAR", "bound": "BOOLEAN"}
    kinds |= {name: COLUMN_TYPES[fact.type] for name, fact in facts.items()}
    kinds |= {none_column(name): "BOOLEAN" for name in facts}
    rows = [{"row": number, **_cells(dealing)} for number, dealing in enumerate(dealings)]
    filled = {name: kind for name, kind in kinds.items() if any(name in row for row in rows)}
    shape = literal(json.dumps([filled]))
    given = f"SELECT unnest(from_json($rows, {shape}), max_depth := 2)"
    connection.execute(f"CREATE OR REPLACE TABLE dealings AS {given}", {"rows": json.dumps(rows)})


def _cells(dealing: Dealing) -> dict[str, str | bool]:
    facts = dealing.facts
    cells: dict[str, str | bool] = {none_column(name): True for name, value in facts.items() if value is NONE}
    cells |= {name: write_value(value) for name, value in facts.items() if not isinstance(value, Unsaid)}
    who = {"side": dealing.side, "organisation_id": dealing.organisation, "bound": dealing.bound}
    return cells | {name: cell for name, cell in who.items() if cell is not None}
