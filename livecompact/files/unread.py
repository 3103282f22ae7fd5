"""The cells that could not be read: grouped by cause, and one by one.

Where names are not to be shown, a value that holds a name of these files is left out.
"""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from livecompact.files.checked import Cause, Place, Problem
from livecompact.files.loaded import Loaded
from livecompact.standards.bulk.quoting import identifier

MOST = 1000
"""So many cells are kept to be listed one by one; all of them are counted."""
A_NAME = "(a name, not shown)"
NAMES = ("organisation", "organisation_id", "partner", "title")
SHORTEST_NAME = 3
CELL = "source, file_row, cell, column_name, value, says, mend"


@dataclass(frozen=True)
class Unread:
    """What is to be told of the cells that could not be read."""

    connection: DuckDBPyConnection
    loaded: Loaded
    named: bool

    def causes(self) -> tuple[Cause, ...]:
        """One cause for each column and mend, that of the most rows first, with its first cell."""
        found = self.connection.execute(
            f"SELECT rows, {CELL} FROM"
            f" (SELECT *, row_number() OVER one AS place, count(*) OVER cause AS rows FROM {self._listed}"
            "  WINDOW cause AS (PARTITION BY column_name, says, mend), one AS (cause ORDER BY source, file_row))"
            " WHERE place = 1 ORDER BY rows DESC, source, file_row"
        ).fetchall()
        return tuple(Cause(rows=rows, first=self._problem(*cell)) for rows, *cell in found)

    def cells(self) -> tuple[Problem, ...]:
        """The cells one by one, as they stand in the files."""
        found = self.connection.execute(
            f"SELECT {CELL} FROM {self._listed} ORDER BY source, file_row, cell LIMIT {MOST}"
        ).fetchall()
        return tuple(self._problem(*cell) for cell in found)

    def count(self) -> int:
        """How many cells there are."""
        return self.connection.table(self.loaded.problems).shape[0]

    @property
    def _listed(self) -> str:
        return identifier(self.loaded.problems)

    def _problem(self, source: str, row: int, *cell: str) -> Problem:
        name, column, value, says, mend = cell
        records = {each.name for each in self.loaded.sources if each.in_records}
        place = Place(row=row, is_record=source in records, source=source if len(self.loaded.sources) > 1 else "")
        shown = A_NAME if not self.named and self._is_name(value) else value
        return Problem(place=place, cell=name, column=column, value=shown, says=says, mend=mend)

    def _is_name(self, value: str) -> bool:
        """Whether a value holds a name that stands in the rows that were read."""
        if not any(letter.isalpha() for letter in value):
            return False
        held = (f"(length({n}) >= {SHORTEST_NAME} AND contains(lower($value), lower({n})))" for n in NAMES)
        tests = " OR ".join(held)
        queries = (f"SELECT 1 FROM {identifier(table)} WHERE {tests} LIMIT 1" for table in self.loaded.tables.values())
        return any(self.connection.execute(query, {"value": value}).fetchone() for query in queries)
