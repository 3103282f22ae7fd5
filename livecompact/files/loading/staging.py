"""The cells that are used, written out plainly and taken into DuckDB as texts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from duckdb import DuckDBPyConnection

from livecompact.files.columns.recognising import letters
from livecompact.files.tables.table import Table, Tick
from livecompact.files.unreadable import LIMITS
from livecompact.standards.bulk.quoting import identifier, literal

BETWEEN = "\x1f"
"""Stands between two cells; a cell that has one, or a line break, is written with spaces instead."""
NEVER = "\x01"
"""What DuckDB would take for a null: nothing, so that a blank stays a blank."""
LONGEST_LINE, SHORTEST_BUFFER = 32_000_000, 100_000
STAGED = "staged"
COLUMNS = {"file_row": "BIGINT", "cells": "BIGINT", "beyond": "VARCHAR", "beyond_text": "VARCHAR"}
WASHED = dict.fromkeys(map(ord, f"{BETWEEN}{NEVER}\r\n\0"), " ")


@dataclass(frozen=True, kw_only=True)
class Staged:
    """A table of one file's used cells as texts: `file_row`, `c0`, `c1` …, and what lies beyond its headings.

    `beyond` has the letters of the first cell beyond them where there is something beyond them, else blank, and
    `beyond_text` is what that cell says. Blank cells beyond them are something only where most rows have fewer: there
    a delimiter stands in a cell without quotation marks, and has pushed the others along.
    """

    table: str
    places: tuple[int, ...]
    rows: int
    blank: int
    last_row: int

    def column(self, place: int) -> str:
        """The column of the table that holds a column of the file."""
        return f"c{self.places.index(place)}"


def stage(connection: DuckDBPyConnection, table: Table, places: Sequence[int], folder: Path, tick: Tick) -> Staged:
    """Some columns of a file as a DuckDB table; rows that are blank throughout are only counted."""
    texts = folder / "cells.txt"
    with texts.open("w", encoding="utf-8", errors="replace", newline="", buffering=1 << 20) as out:
        writing = Writing(width=len(table.headings), places=tuple(places))
        for number, cells in table.rows(tick):
            out.write(writing.line(number, cells))
    take_in(connection, texts, STAGED, COLUMNS | {f"c{n}": "VARCHAR" for n in range(len(places))})
    texts.unlink()
    connection.execute(
        f"UPDATE {STAGED} SET beyond = '' WHERE beyond <> '' AND beyond_text = '' AND cells <= ?", [writing.usual]
    )
    staged = connection.execute(f"SELECT count(*) FROM {STAGED}").fetchone()
    if staged != (writing.rows,):
        raise AssertionError(f"{writing.rows} rows were written and {staged} were read")
    return Staged(table=STAGED, places=tuple(places), rows=writing.rows, blank=writing.blank, last_row=writing.last_row)


def take_in(connection: DuckDBPyConnection, texts: Path, name: str, columns: dict[str, str]) -> None:
    """A file of plain texts as a DuckDB table with these columns."""
    longest = min(LONGEST_LINE, max(SHORTEST_BUFFER, texts.stat().st_size))
    types = ", ".join(f"{literal(column)}: {literal(kind)}" for column, kind in columns.items())
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {identifier(name)} AS SELECT * FROM read_csv(?, auto_detect=false, header=false,"
        f" delim={literal(BETWEEN)}, quote='', escape='', new_line='\\n', nullstr={literal(NEVER)}, parallel=false,"
        f" max_line_size={longest}, buffer_size={2 * longest}, columns={{{types}}})",
        [str(texts)],
    )


def line(cells: Sequence[str]) -> str:
    """Cells as one line of plain text.

    One too long for a cell is cut where that is just still seen.
    """
    text = BETWEEN.join(cells)
    if (
        "\n" in text
        or "\r" in text
        or NEVER in text
        or "\0" in text
        or len(text) > LIMITS.cell
        or text.count(BETWEEN) != len(cells) - 1
    ):
        text = BETWEEN.join(cell[: LIMITS.cell + 1].translate(WASHED) for cell in cells)
    return text + "\n"


@dataclass(kw_only=True)
class Writing:
    """Rows on their way into plain text, counted; `width` is how many headings there are."""

    width: int
    places: tuple[int, ...]
    rows: int = 0
    blank: int = 0
    last_row: int = 0

    def __post_init__(self) -> None:
        places = self.places
        self._pick = itemgetter(*places) if len(places) > 1 else lambda cells: (cells[places[0]],)
        self._longer: Counter[int] = Counter()

    @property
    def usual(self) -> int:
        """How many cells most rows have; those with fewer than there are headings count as having as many."""
        counts = self._longer + Counter({self.width: self.rows - self._longer.total()})
        return max(counts, key=lambda cells: (counts[cells], -cells), default=self.width)

    def line(self, number: int, cells: Sequence[str]) -> str:
        """The line of one row; nothing where it is blank throughout."""
        self.last_row = number
        if not (cells and cells[0].strip()) and not any(map(str.strip, cells)):
            self.blank += 1
            return ""
        self.rows += 1
        if len(cells) == self.width:
            return line((str(number), "0", "", "", *self._pick(cells)))
        if len(cells) < self.width:
            return line((str(number), "0", "", "", *self._pick([*cells, *[""] * (self.width - len(cells))])))
        return line((str(number), str(len(cells)), *self._beyond(cells), *self._pick(cells)))

    def _beyond(self, cells: Sequence[str]) -> tuple[str, str]:
        """The letters and the text of the first cell beyond the headings that is not blank, else of the first."""
        self._longer[len(cells)] += 1
        filled = (place for place in range(self.width, len(cells)) if cells[place].strip())
        place = next(filled, self.width)
        return letters(place), cells[place].strip()
