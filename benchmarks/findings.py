"""Findings on consultations: by bulk, against SQL by hand for the same standard, and against the judge in Python."""

import os
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial

import duckdb

from benchmarks.timing import medians, told
from livecompact import agreements
from livecompact.standards import bulk
from livecompact.standards.facts import NONE, Facts, FactValue
from livecompact.standards.judging import judge
from livecompact.standards.standard import Standard

TODAY = date(2026, 6, 1)
SAMPLE = 10_000
"""How many dealings the judge in Python is given; its seconds are told as if it had been given all."""

MADE = """
CREATE TABLE dealings AS
SELECT i AS "row", opens, opens + (h // 4099 % 130)::INTEGER - 3 AS closes,
  CASE WHEN h % 3 = 0 THEN 'The grant ends in June.' END AS reason_for_shorter_time,
  h % 3 = 1 AS reason_for_shorter_time__none,
  CASE h % 10 WHEN 1 THEN FALSE WHEN 2 THEN TRUE END AS formal,
  TRUE AS bound
FROM (
  SELECT i, h, CASE WHEN h % 25 > 0 THEN DATE '2015-01-01' + (h % 4099)::INTEGER END AS opens
  FROM (SELECT i, hash(i) AS h FROM range({rows}) AS numbers(i))
)"""

BY_HAND = """
SELECT CASE
  WHEN closes IS NULL THEN 'no evidence'
  WHEN closes < opens THEN 'no evidence'
  WHEN closes - opens >= 83 AND closes < DATE '{today}' THEN 'kept'
  WHEN closes >= DATE '{today}' THEN 'not yet due'
  WHEN reason_for_shorter_time IS NOT NULL THEN 'explained'
  WHEN reason_for_shorter_time__none THEN 'not kept'
  ELSE 'no evidence'
END AS verdict, count(*)
FROM dealings
WHERE coalesce(formal, TRUE)
GROUP BY verdict"""
"""The standard of 12 weeks as somebody would write it who needs it once, for files that say nothing of groups."""


def report(rows: int, times: int) -> None:
    """Measure and print."""
    standards = agreements.load("hertfordshire").newest.standards_for("consultation")
    length = next(standard for standard in standards if standard.code == "consultation-length")
    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = false")  # so that written findings are not gathered first
        connection.execute(MADE.format(rows=rows))
        dealings = sample(connection)
        verdicts = by_hand(connection)
        assert by_bulk(connection, [length]) == verdicts, "bulk and the query by hand do not agree"
        taken = medians(
            {
                "by hand, one standard": partial(by_hand, connection),
                "bulk, the same standard": partial(by_bulk, connection, [length]),
                f"bulk, all {len(standards)} standards": partial(by_bulk, connection, standards),
                "bulk, all of them with the working": partial(with_working, connection, standards),
                "judge in Python, one standard": partial(by_judge, length, dealings),
            },
            times,
        )
    taken["judge in Python, one standard"] *= rows / len(dealings)
    print(f"\nFindings on {rows:,} consultations (medians of {times}; the judge on {len(dealings):,}, told for all)")
    for name, seconds in taken.items():
        print(f"  {name:36}{told(seconds, taken['by hand, one standard'])}")
    print(f"  verdicts, by hand and by bulk alike: {', '.join(f'{n:,} {v}' for v, n in sorted(verdicts.items()))}")


def by_hand(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The verdicts counted by the query that is written by hand."""
    return dict(connection.sql(BY_HAND.format(today=TODAY)).fetchall())


def by_bulk(connection: duckdb.DuckDBPyConnection, standards: Sequence[Standard]) -> dict[str, int]:
    """The verdicts of standards, counted."""
    findings = bulk.findings(connection, "dealings", standards, TODAY)
    return dict(findings.aggregate("verdict, count(*)", "verdict").fetchall())


def with_working(connection: duckdb.DuckDBPyConnection, standards: Sequence[Standard]) -> None:
    """Every finding in full, one line each, written to nowhere."""
    bulk.findings(connection, "dealings", standards, TODAY).to_csv(os.devnull)


def by_judge(standard: Standard, dealings: list[Facts]) -> Counter[str]:
    """The verdicts of the reference judge, counted."""
    found = (judge(standard, facts, TODAY) for facts in dealings)
    return Counter(str(finding.verdict) for finding in found if finding)


def sample(connection: duckdb.DuckDBPyConnection) -> list[Facts]:
    """The first dealings as facts."""
    names = ("opens", "closes", "reason_for_shorter_time", "formal")
    rows = connection.table("dealings").select("reason_for_shorter_time__none", *names).limit(SAMPLE).fetchall()
    return [facts(none, dict(zip(names, row, strict=True))) for none, *row in rows]


def facts(no_reason: bool, said: dict[str, FactValue | None]) -> Facts:
    """The facts of one row."""
    known: dict[str, FactValue] = {name: value for name, value in said.items() if value is not None}
    return Facts({**known, "reason_for_shorter_time": NONE} if no_reason else known)
