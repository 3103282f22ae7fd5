"""A workbook given back as XLSX: the sheet that was read, its cells as what they are, the rows to change coloured.

It is written row by row, so a list of any length takes little memory. Formulas are not in it, only what they came to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from livecompact.files.marking.notes import ADDED, FORMULA, NOTHING_TOLD, Note, Notes, own_width
from livecompact.files.tables.workbook import MIDNIGHT, Cell, Workbook

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
SHOWN = {"text": "General", "day": "dd/mm/yyyy", "moment": "dd/mm/yyyy hh:mm", "time": "[h]:mm:ss"}
COLOURS = {"": None, "row": "#FFF4CC", "cell": "#F9C9C0"}
"""Yellow for a row to change and red for its cell; the added columns say the same in words."""
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME, LONGEST_TEXT, FIRST_YEAR = 31, 32_767, 1901
"""What a spreadsheet program can hold: the name of a sheet, the text of a cell, and days as days."""
CUT = "A text of this row is too long for a workbook and was cut. Mend it in your own file."
WIDTH, WIDTH_ADDED = 18, 45


def mark_workbook(table: Workbook, notes: Notes, out: BinaryIO) -> None:
    """Write the sheet of a workbook again as XLSX, each row at the number that it had, with what is told beside it."""
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        sheet = book.add_worksheet(_sheet_name(table.sheet))
        writing = Writing(sheet, _formats(book), own_width(table.headings))
        sheet.set_column(0, writing.width - 1, WIDTH)
        sheet.set_column(writing.width, writing.width + 1, WIDTH_ADDED)
        sheet.freeze_panes(table.heading_row, 0)
        number = table.heading_row
        for number, cells in table.every_row():
            if number == table.heading_row:
                writing.row(number, cells, Note(ADDED), coloured=False)
            elif number < table.heading_row or not any(str(cell).strip() for cell in cells):
                writing.row(number, cells, NOTHING_TOLD, coloured=False)
            else:
                writing.row(number, cells, notes.get(number, NOTHING_TOLD))
        sheet.autofilter(table.heading_row - 1, 0, number - 1, writing.width + len(ADDED) - 1)


@dataclass(frozen=True)
class Writing:
    """One sheet being written, and how many columns are the file's own."""

    sheet: Worksheet
    formats: dict[tuple[str, str, bool], Format]
    width: int

    def row(self, number: int, cells: Sequence[Cell], told: Note, *, coloured: bool = True) -> None:
        """Write one row and what is told of it."""
        held, was_cut = cells[: self.width], any(len(str(cell)) > LONGEST_TEXT for cell in cells)
        wrong = coloured and told.is_wrong
        places = {_place(cell) for cell in told.cells} if wrong else set()
        for place, cell in enumerate(held):
            self._cell(number - 1, place, cell, "cell" if place in places else "row" if wrong else "")
        for place in places:
            if place >= len(held):
                self._cell(number - 1, place, "", "cell")
        says, mend, state = told.texts
        for place, text in enumerate((f"{says} {CUT}".strip() if was_cut else says, mend, state), self.width):
            self._cell(number - 1, place, text, "row" if wrong else "")

    def _cell(self, row: int, place: int, cell: Cell, colour: str) -> None:
        """Write one cell as what it is: a text stays one, whatever it begins with."""
        match cell:
            case "":
                if colour:
                    self.sheet.write_blank(row, place, None, self.formats["text", colour, False])
            case str():
                inert = self.formats["text", colour, cell.startswith(FORMULA)]
                self.sheet.write_string(row, place, cell[:LONGEST_TEXT], inert)
            case bool():
                self.sheet.write_boolean(row, place, cell, self.formats["text", colour, False])
            case int() | float():
                self.sheet.write_number(row, place, cell, self.formats["text", colour, False])
            case date() if cell.year < FIRST_YEAR:
                self.sheet.write_string(row, place, cell.isoformat()[:10], self.formats["text", colour, False])
            case _:
                self.sheet.write_datetime(row, place, cell, self.formats[_shown(cell), colour, False])


def _shown(cell: date | time | timedelta) -> str:
    """How a day or a time is shown."""
    if isinstance(cell, datetime):
        return "day" if cell.time() == MIDNIGHT else "moment"
    return "day" if isinstance(cell, date) else "time"


def _formats(book: xlsxwriter.Workbook) -> dict[tuple[str, str, bool], Format]:
    """How each sort of cell is shown, in each colour, and as a text that stays one when somebody edits it."""
    found = {}
    for sort, number in SHOWN.items():
        for colour, shade in COLOURS.items():
            for inert in (False, True):
                looks = {"num_format": number, "quote_prefix": inert} | ({"bg_color": shade} if shade else {})
                found[sort, colour, inert] = book.add_format(looks)
    return found


def _place(cell: str) -> int:
    """The number of the column in which a cell stands, the first being 0.

    >>> _place("A1"), _place("AB12")
    (0, 27)
    """
    number = 0
    for letter in filter(str.isalpha, cell):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _sheet_name(name: str) -> str:
    """The name of a sheet as a spreadsheet program takes it."""
    return NOT_IN_NAMES.sub(" ", name)[:LONGEST_NAME].strip("' ") or "Sheet1"
