"""CSV as a table: its delimiter, its headings, and its rows numbered as a spreadsheet numbers them."""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice

from livecompact.files.tables.decoding import Looked, text_of
from livecompact.files.tables.opening import Opened
from livecompact.files.tables.table import TICK_EVERY, Tick
from livecompact.files.unreadable import LIMITS, CannotRead

DELIMITERS = ",;\t|"
LOOKED_AT = 20
"""How many rows are looked at for the headings."""
TOLD = re.compile(r"\"?sep=(?P<delimiter>.)\"?", re.IGNORECASE)
"""A first line by which some programs say the delimiter; spreadsheets do not show it."""
END = "\x1eend\x1e"
"""A line after the last one: where it does not come out alone, a quotation mark was left open."""


@dataclass(frozen=True, kw_only=True)
class CsvTable:
    """A CSV file; `heading_row` is the row of its headings, the first being 1."""

    opened: Opened
    looked: Looked
    delimiter: str
    told_delimiter: bool
    heading_row: int
    headings: tuple[str, ...]
    in_records: bool = False

    def notes(self, used: Collection[str]) -> tuple[str, ...]:  # noqa: ARG002 (other tables need it)
        """What is to be told of how it is read."""
        if self.heading_row == 1:
            return self.looked.notes
        return (*self.looked.notes, f"Its headings are in row {self.heading_row}; what is above them was left aside.")

    def rows(self, tick: Tick) -> Iterator[tuple[int, Sequence[str]]]:
        """Each row below the headings; CannotRead names the row where the quotation marks do not fit."""
        return (row for row in self.every_row(tick) if row[0] > self.heading_row)

    def every_row(self, tick: Tick) -> Iterator[tuple[int, Sequence[str]]]:
        """Each row, the headings and what is above them too."""
        with text_of(self.opened, self.looked) as text:
            reader = _reader(self.opened.name, chain(text, [END]), self.delimiter, skip=self.told_delimiter)
            for number, cells in reader:
                yield number, cells
                if number % TICK_EVERY == 0:
                    tick(text.buffer.raw.done / self.looked.size)  # type: ignore[attr-defined]


def csv_table(opened: Opened, looked: Looked, is_known: Callable[[str], bool]) -> CsvTable:
    """A CSV file, its headings found among its first rows: where most of the names are known to us."""
    if looked.longest_line > LIMITS.record:
        says = f"has a line of more than {LIMITS.record:,} bytes"
        raise CannotRead(opened.name, says, "Check that it is CSV with a line for each row.")
    told = TOLD.fullmatch(looked.start.splitlines()[0].strip())
    delimiters = told["delimiter"] if told else DELIMITERS
    best, found = (-1, 0), (delimiters[0], 1, [""])
    for delimiter in delimiters:
        for place, (number, cells) in enumerate(_first_rows(opened.name, looked.start, delimiter, skip=bool(told))):
            known = sum(is_known(cell) for cell in cells)
            score = (known, 0 if place else len(cells))
            if score > best:
                best, found = score, (delimiter, number, cells)
    delimiter, number, cells = found
    return CsvTable(
        opened=opened,
        looked=looked,
        delimiter=delimiter,
        told_delimiter=bool(told),
        heading_row=number,
        headings=headings_of(opened.name, cells),
    )


def _first_rows(name: str, start: str, delimiter: str, *, skip: bool) -> list[tuple[int, list[str]]]:
    """The first rows that are not blank, as far as they can be told with this delimiter."""
    lines = io.StringIO(start, newline="")
    rows = _reader(name, lines, delimiter, skip=skip, whole=False)
    found: list[tuple[int, list[str]]] = []
    with suppress(CannotRead):
        found.extend(islice((row for row in rows if any(map(str.strip, row[1]))), LOOKED_AT))
    return found


def _reader(
    name: str, lines: Iterator[str], delimiter: str, *, skip: bool, whole: bool = True
) -> Iterator[tuple[int, list[str]]]:
    """The rows of some lines, numbered; where they are `whole`, the last must be END."""
    if skip:
        next(lines)
    number, cells = 0, [""]
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, 1):
            if cells != [END]:
                yield number, cells
    except csv.Error as error:
        says = f"has an open quotation mark below row {number}, or a cell of more than {LIMITS.cell:,} letters"
        raise CannotRead(name, says, "Look for a quotation mark too many, and save it again.") from error
    if whole and cells != [END]:
        says = f"has a quotation mark in row {number} that is not closed, so we cannot tell where its rows end"
        raise CannotRead(name, says, "Close it or take it out, and save it again.")


def headings_of(name: str, cells: Sequence[str]) -> tuple[str, ...]:
    """The names of columns out of a row of cells; CannotRead where there are more than can be meant."""
    if len(cells) > LIMITS.columns:
        raise CannotRead(name, f"has {len(cells):,} columns, more than {LIMITS.columns:,}", "Check its delimiter.")
    return tuple(" ".join(cell.split()) for cell in cells)
