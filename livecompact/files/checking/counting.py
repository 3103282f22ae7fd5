"""Findings counted, all in DuckDB: outcomes, years, how a measure is spread, and the rows furthest short."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from duckdb import DuckDBPyConnection

from livecompact.files.checking.checked import Counts, Footing, Outcome, Spread, Year
from livecompact.standards import bulk
from livecompact.standards.bulk.quoting import identifier, literal
from livecompact.standards.language import Number
from livecompact.standards.measuring import ends, yardsticks
from livecompact.standards.standard import Standard

FURTHEST = 10


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The outcomes of one kind under one edition.

    `rows` names the table of the rows, `findings` the view of what the standards say of them, and `outcomes` a table
    of one line a check: row, standard, bound, year, outcome, reason, measured, short_by.
    """

    connection: DuckDBPyConnection
    rows: str
    findings: str
    outcomes: str

    def footings(self, *, bound: bool) -> dict[Footing, int]:
        """How many rows stand on each footing."""
        found = self._all(
            f"SELECT footing, count(*) FROM {identifier(self.rows)} WHERE bound = ? GROUP BY footing", bound
        )
        return {footing: rows for footing in Footing for name, rows in found if name == footing}

    def spoken(self) -> frozenset[str]:
        """The codes of the standards that speak of any row."""
        found = self._all(f"SELECT DISTINCT standard FROM {identifier(self.outcomes)}")
        return frozenset(code for (code,) in found)

    def counts(self, code: str, *, bound: bool) -> Counts:
        """The counts of one standard."""
        return _counts(self._all(f"SELECT outcome, count(*) {self._checks} GROUP BY outcome", bound, code))

    def years(self, code: str, *, bound: bool) -> tuple[Year, ...]:
        """The counts of one standard for each year, earliest first; rows without a date come last."""
        found = self._all(
            f"SELECT year, outcome, count(*) {self._checks} GROUP BY ALL ORDER BY year NULLS LAST", bound, code
        )
        years = dict.fromkeys(year for year, _, _ in found)
        return tuple(Year(year=y, counts=_counts((o, n) for year, o, n in found if year == y)) for y in years)

    def spread(self, standard: Standard, *, bound: bool | None = None) -> Spread | None:
        """How what a standard measures is spread over the rows that it speaks of and that tell it.

        Bound or not, where that is not said.
        """
        told = self._all(
            "SELECT count(measured), min(measured), quantile_cont(measured, 0.25), median(measured),"
            f" quantile_cont(measured, 0.75), max(measured) FROM {identifier(self.outcomes)}"
            " WHERE standard = ? AND bound = coalesce(?, bound)",
            standard.code,
            bound,
        )[0]
        if not told[0]:
            return None
        least, lower, middle, upper, most = (Decimal(str(part)) for part in told[1:])
        what = measure_of(standard)
        return Spread(what=what, rows=told[0], least=least, lower=lower, middle=middle, upper=upper, most=most)

    def furthest(self, code: str, *, bound: bool) -> list[tuple[int, Outcome, str]]:
        """The rows furthest short of the number, with outcome and reason; the furthest first."""
        found = self._all(
            f"SELECT row, outcome, reason {self._checks} AND short_by > 0 AND outcome IN"
            f" ({_literals(_SHORT_OF_IT)}) ORDER BY short_by DESC, row LIMIT {FURTHEST}",
            bound,
            code,
        )
        return [(row, Outcome(outcome), reason) for row, outcome, reason in found]

    @property
    def _checks(self) -> str:
        return f"FROM {identifier(self.outcomes)} WHERE bound = ? AND standard = ?"

    def _all(self, query: str, *given: object) -> list[tuple[Any, ...]]:
        return self.connection.execute(query, list(given)).fetchall()


_SHORT_OF_IT = (
    Outcome.EXPLAINED,
    Outcome.NOT_KEPT,
    Outcome.NO_EVIDENCE,
    Outcome.SHORT_WITH_REASON,
    Outcome.SHORT_WITHOUT_REASON,
    Outcome.SHORT_UNSAID,
)


def tally(connection: DuckDBPyConnection, rows: str, standards: Sequence[Standard], today: date) -> Tally:
    """What standards of one kind come to on every row of a table that has been marked with its footing."""
    findings, outcomes = f"{rows} findings", f"{rows} outcomes"
    bulk.findings(connection, rows, standards, today).create_view(findings, replace=True)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {identifier(outcomes)} AS"
        f" SELECT f.row, f.standard, r.bound, year(r.day) AS year, {outcome_of(standards)} AS outcome,"
        " f.reason, CASE WHEN f.contradiction IS NULL THEN f.measured END AS measured,"
        " CASE WHEN f.contradiction IS NULL THEN f.short_by END AS short_by"
        f" FROM {identifier(findings)} f JOIN {identifier(rows)} r ON f.row = r.row"
    )
    return Tally(connection=connection, rows=rows, findings=findings, outcomes=outcomes)


def outcome_of(standards: Sequence[Standard]) -> str:
    """The SQL of what a check comes to: the verdict where the body was bound, else how the file would stand.

    As if, a check falls short only where nothing is open but the reason: not where it is not known whether the promise
    applies or when it was due, and not where people judge.
    """
    return f"""CASE
      WHEN r.bound THEN f.verdict
      WHEN f.contradiction IS NOT NULL THEN {literal(Outcome.CANNOT_TELL)}
      WHEN f.would_be = 'not yet due' THEN {literal(Outcome.TOO_EARLY)}
      WHEN f.met = 'yes' THEN {literal(Outcome.MEETS)}
      WHEN f.met = 'not known' OR NOT f.applies
        OR f.standard IN ({_codes(standards, judged_by_people=True)})
        OR (f.standard IN ({_codes(standards, has_due=True)}) AND f.settles_on IS NULL)
        THEN {literal(Outcome.CANNOT_TELL)}
      WHEN f.reason = 'given' THEN {literal(Outcome.SHORT_WITH_REASON)}
      WHEN f.reason = 'none' THEN {literal(Outcome.SHORT_WITHOUT_REASON)}
      ELSE {literal(Outcome.SHORT_UNSAID)}
    END"""


def measure_of(standard: Standard) -> str:
    """What a standard measures, as the head of its figures: "Days open", "Days from the notice to the change"."""
    stick, facts = yardsticks(standard)[0], standard.setting.facts
    unit, test = stick.unit.capitalize(), stick.test
    if isinstance(test, Number):
        return facts[test.fact].label.removeprefix("the ").capitalize()
    first, last = (facts[name] for name in ends(test))
    return f"{unit} open" if first.happens == "it opens" else f"{unit} from {first.label} to {last.label}"


def _codes(standards: Iterable[Standard], *, judged_by_people: bool = False, has_due: bool = False) -> str:
    codes = [s.code for s in standards if (judged_by_people and s.judged_by_people) or (has_due and s.due)]
    return _literals(codes) if codes else "NULL"


def _literals(texts: Iterable[str]) -> str:
    return ", ".join(literal(text) for text in texts)


def _counts(found: Iterable[tuple[Any, ...]]) -> Counts:
    return Counts({Outcome(outcome): checks for outcome, checks in found})
