"""The few single rows that a report shows: those furthest short, and those whose dates contradict each other.

Only these rows come out of DuckDB. A row of a body that is not bound shows no name, unless it was asked for; nor does
one of a voluntary organisation.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from duckdb import DuckDBPyConnection

from livecompact.files.checking.checked import Contradiction, Far, Place
from livecompact.files.checking.counting import Tally
from livecompact.files.checking.footing import columns_of
from livecompact.kinds.kind import Kind
from livecompact.standards.bulk.columns import none_column
from livecompact.standards.bulk.quoting import identifier, literal
from livecompact.standards.facts import NONE, Facts, FactValue
from livecompact.standards.judging import Reason, judge
from livecompact.standards.standard import Side, Standard
from livecompact.standards.words import working

SENTENCE_ENDS = re.compile(r"(?<=[.!?]) (?=[A-Z])")
OF_WHAT_IS_NOT_KNOWN = "Nobody "
"""How a sentence begins that is the same for every row whose column is missing."""
MOST = 1000
"""So many contradictions are kept to be listed; all of them are counted."""

REASONS = {Reason.GIVEN: "reason given", Reason.NONE: "no reason", Reason.NOT_KNOWN: "this file does not say"}


@dataclass(frozen=True, kw_only=True)
class Shower:
    """Shows rows of one table of dealings of one kind, on one day."""

    connection: DuckDBPyConnection
    rows: str
    kind: Kind
    today: date
    named: bool
    several_files: bool
    records: frozenset[str]
    """The files whose rows are records, told by their number."""

    def furthest(self, tally: Tally, standard: Standard, *, bound: bool) -> tuple[str, tuple[Far, ...]]:
        """The rows furthest short of the number of a standard, each with its working; first what that says of all."""
        shown = []
        for row, outcome, reason in tally.furthest(standard.code, bound=bound):
            cells = self._cells(row)
            finding = judge(standard, self._facts(cells), self.today, side=_side(cells))
            told = working(finding) if finding else ""
            shown.append(Far(place=self._place(cells), outcome=outcome, reason=REASONS[Reason(reason)], working=told))
        return told_once(shown)

    def contradictions(self) -> tuple[int, tuple[Contradiction, ...]]:
        """How many rows have dates that contradict each other, and the first of them with what is wrong."""
        held = columns_of(self.connection, self.rows)
        rules = [rule for rule in self.kind.never if rule.names() <= held]
        if not rules:
            return 0, ()
        broken = [f"{identifier(rule.fact)} < {identifier(rule.cannot_precede)}" for rule in rules]
        says = " ".join(f"WHEN {test} THEN {literal(rule.say)}" for test, rule in zip(broken, rules, strict=True))
        found = self.connection.execute(
            f"SELECT row, CASE {says} END, count(*) OVER () FROM {identifier(self.rows)}"
            f" WHERE {' OR '.join(broken)} ORDER BY row LIMIT {MOST}"
        ).fetchall()
        listed = tuple(Contradiction(place=self._place(self._cells(row)), says=says) for row, says, _ in found)
        return (found[0][2] if found else 0), listed

    def _cells(self, row: int) -> dict[str, object]:
        """What the table holds of one row, by column."""
        found = self.connection.execute(f"SELECT * FROM {identifier(self.rows)} WHERE row = ?", [row])
        names = [str(name) for name, *_ in found.description]
        return dict(zip(names, found.fetchone() or (), strict=True))

    def _facts(self, cells: dict[str, object]) -> Facts:
        facts: dict[str, FactValue] = {}
        for name in self.kind.by_name:
            if cells.get(none_column(name)):
                facts[name] = NONE
            elif (value := cells.get(name)) is not None:
                facts[name] = value  # type: ignore[assignment]  # the table is typed as the kind is
        return Facts(facts)

    def _place(self, cells: dict[str, object]) -> Place:
        by_name = self.named or (bool(cells["bound"]) and (_side(cells) or self.kind.acted_by) is not Side.VOLUNTARY)
        return Place(
            row=int(str(cells["file_row"])),
            is_record=cells["source"] in self.records,
            source=str(cells["source"]) if self.several_files else "",
            title=_text(cells, "title") if by_name else "",
            organisation=_text(cells, "organisation") if by_name else "",
        )


def told_once(shown: list[Far]) -> tuple[str, tuple[Far, ...]]:
    """What the workings say alike of every row, and the rows with what is left."""
    if not shown[1:]:
        return "", tuple(shown)
    said = [SENTENCE_ENDS.split(far.working) for far in shown]
    alike = [one for one in said[0] if one.startswith(OF_WHAT_IS_NOT_KNOWN) and all(one in each for each in said)]
    left = (" ".join(sentence for sentence in each if sentence not in alike) for each in said)
    return " ".join(alike), tuple(replace(far, working=rest) for far, rest in zip(shown, left, strict=True))


def _side(cells: dict[str, object]) -> Side | None:
    return Side(side) if (side := _text(cells, "side")) else None


def _text(cells: dict[str, object], column: str) -> str:
    return str(cells.get(column) or "")
