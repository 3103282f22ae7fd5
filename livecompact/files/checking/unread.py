"""The cells that could not be read: grouped by cause, and one by one.

Where names are not to be shown, a value that is or holds a name of these files is left out.
"""

from dataclasses import dataclass
from functools import cached_property

from duckdb import DuckDBPyConnection

from livecompact.files.checking.checked import Cause, Place, Problem
from livecompact.files.loading.loaded import Loaded
from livecompact.standards.bulk.quoting import identifier

MOST = 2000
"""So many cells are kept to be listed one by one; all of them are counted."""
A_NAME = "(a name, not shown)"
NAMES = ("organisation_id", "partner", "title")
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
        shown = A_NAME if value in self._names else value
        return Problem(place=place, cell=name, column=column, value=shown, says=says, mend=mend)

    @cached_property
    def _names(self) -> frozenset[str]:
        """The values that are a name in the rows that were read, or hold that of an organisation."""
        if self.named:
            return frozenset()
        tables = [identifier(table) for table in self.loaded.tables.values()]
        whole = " UNION ".join(f"SELECT {_folded(name)} FROM {table}" for name in NAMES for table in tables)
        held = " UNION ".join(f"SELECT {_folded('organisation')} AS name FROM {table}" for table in tables)
        found = self.connection.execute(
            f"SELECT DISTINCT value FROM {self._listed} p WHERE {_folded('value')} IN ({whole})"
            f" OR EXISTS (FROM ({held}) n WHERE length(name) >= {SHORTEST_NAME}"
            f" AND contains({_folded('p.value')}, name))"
        ).fetchall()
        return frozenset(value for (value,) in found)


def _folded(text: str) -> str:
    """The SQL of a text without case and edges, as long as a value is told."""
    return f"left(lower(trim({text})), 79)"
