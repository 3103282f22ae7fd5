"""The cells that are used, written out plainly and taken into DuckDB as texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from duckdb import DuckDBPyConnection

from livecompact.files.columns import letters
from livecompact.files.tables import Table, Tick
from livecompact.standards.bulk.quoting import identifier, literal

BETWEEN = "\x1f"
"""Stands between two cells; a cell that has one, or a line break, is written with spaces instead."""
NEVER = "\x01"
"""What DuckDB would take for a null: nothing, so that a blank stays a blank."""
LONGEST_LINE, SHORTEST_BUFFER = 16_000_000, 100_000
WASHED = dict.fromkeys(map(ord, f"{BETWEEN}{NEVER}\r\n\0"), " ")


@dataclass(frozen=True, kw_only=True)
class Staged:
    """A table of one file's used cells as texts: `file_row`, `c0`, `c1` …, and what lies beyond its headings.

    `beyond` has the letters of the first cell beyond them that is not blank, else blank; `beyond_text` is what it says.
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
    texts, name = folder / "cells.txt", "staged"
    rows, blank, last_row = _write(table, places, texts, tick)
    columns = {"file_row": "BIGINT", "beyond": "VARCHAR", "beyond_text": "VARCHAR"}
    columns |= {f"c{n}": "VARCHAR" for n in range(len(places))}
    take_in(connection, texts, name, columns)
    texts.unlink()
    staged = connection.execute(f"SELECT count(*) FROM {identifier(name)}").fetchone()
    if staged != (rows,):
        raise AssertionError(f"{rows} rows were written and {staged} were read")
    return Staged(table=name, places=tuple(places), rows=rows, blank=blank, last_row=last_row)


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
    """Cells as one line of plain text."""
    text = BETWEEN.join(cells)
    if "\n" in text or "\r" in text or NEVER in text or "\0" in text or text.count(BETWEEN) != len(cells) - 1:
        text = BETWEEN.join(cell.translate(WASHED) for cell in cells)
    return text + "\n"


def _write(table: Table, places: Sequence[int], texts: Path, tick: Tick) -> tuple[int, int, int]:
    """Write the used cells of every row; gives how many rows there are, how many more are blank, and the last one."""
    width, blank, rows, number = len(table.headings), 0, 0, 0
    pick = itemgetter(*places) if len(places) > 1 else lambda cells: tuple(cells[place] for place in places)
    with texts.open("w", encoding="utf-8", errors="replace", newline="", buffering=1 << 20) as out:
        for number, cells in table.rows(tick):
            if not (cells and cells[0].strip()) and not any(map(str.strip, cells)):
                blank += 1
                continue
            rows += 1
            if len(cells) == width:
                out.write(line((str(number), "", "", *pick(cells))))
            else:
                out.write(line((str(number), *_beyond(cells, width), *pick(_padded(cells, width)))))
    return rows, blank, number


def _padded(cells: Sequence[str], width: int) -> Sequence[str]:
    return [*cells, *[""] * (width - len(cells))]


def _beyond(cells: Sequence[str], width: int) -> tuple[str, str]:
    """The letters and the text of the first cell beyond the headings that is not blank."""
    for place, cell in enumerate(cells[width:], width):
        if cell.strip():
            return letters(place), cell
    return "", ""
