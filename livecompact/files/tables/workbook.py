"""A workbook (XLSX, ODS) as a table: the one sheet whose headings we know. No formula is run; its result is read."""

import zipfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from livecompact.files.tables.csv_table import LOOKED_AT, headings_of
from livecompact.files.tables.opening import SAVE_AS_CSV, Opened
from livecompact.files.tables.table import TICK_EVERY, Tick
from livecompact.files.unreadable import CannotRead

type Cell = int | float | str | bool | time | date | datetime | timedelta

MIDNIGHT = time(0)


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """One sheet of a workbook; `heading_row` is the row of its headings, the first being 1."""

    opened: Opened
    sheet: str
    others: tuple[str, ...]
    hidden: tuple[str, ...]
    heading_row: int
    headings: tuple[str, ...]
    in_records: bool = False

    def notes(self, used: Collection[str]) -> tuple[str, ...]:  # noqa: ARG002 (other tables need it)
        """What is to be told of how it is read."""
        notes = []
        if self.others:
            notes.append(f"Its sheet “{self.sheet}” was read; left aside: {_listed(self.others)}.")
        if self.hidden:
            notes.append(f"It hides something that was not read: {_listed(self.hidden)}.")
        if self.heading_row > 1:
            notes.append(f"Its headings are in row {self.heading_row}; what is above them was left aside.")
        return tuple(notes)

    def rows(self, tick: Tick) -> Iterator[tuple[int, Sequence[str]]]:
        """Each row below the headings, numbered as the spreadsheet shows it."""
        with closing(_open(self.opened)) as book:
            sheet = book.get_sheet_by_name(self.sheet)
            most = max(sheet.total_height, 1)
            for number, cells in _rows(sheet):
                if number > self.heading_row:
                    yield number, cells
                if number % TICK_EVERY == 0:
                    tick(min(number / most, 1.0))

    def every_row(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Each row with its cells as what they are, the headings and what is above them too."""
        with closing(_open(self.opened)) as book:
            yield from _cells(book.get_sheet_by_name(self.sheet))


def workbook_table(opened: Opened, is_known: Callable[[str], bool]) -> Workbook:
    """The sheet of a workbook that has the most headings we know, in the first rows of each; CannotRead says why none.

    A hidden sheet is never read: who hides it may not mean to publish it.
    """
    with closing(_open(opened)) as book:
        sheets = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        shown = [each.name for each in sheets if each.visible == SheetVisibleEnum.Visible]
        best, found = (-1, 0), ("", 1, [""])
        for name in shown:
            for place, (number, cells) in enumerate(_first_rows(book.get_sheet_by_name(name))):
                score = (sum(is_known(cell) for cell in cells), 0 if place else len(cells))
                if score > best:
                    best, found = score, (name, number, cells)
    sheet, number, cells = found
    if not sheet:
        raise CannotRead(opened.name, "has no sheet with anything in it", "Save it again with its rows.")
    return Workbook(
        opened=opened,
        sheet=sheet,
        others=tuple(name for name in shown if name != sheet),
        hidden=_hidden(sheets, shown),
        heading_row=number,
        headings=headings_of(opened.name, cells),
    )


def as_text(cell: Cell) -> str:
    """A cell as CSV would have it: days as ISO dates, whole numbers without a point.

    >>> as_text(datetime(2025, 3, 3)), as_text(30000.0), as_text(0.1), as_text(True)
    ('2025-03-03', '30000', '0.1', 'true')
    """
    match cell:
        case bool():
            return "true" if cell else "false"
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime():
            return cell.date().isoformat() if cell.time() == MIDNIGHT else cell.isoformat(" ")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def _open(opened: Opened) -> CalamineWorkbook:
    path = opened.workbook
    if path is None:
        raise TypeError(f"{opened.name} is no workbook")  # a mistake of ours: table_of asks first
    try:
        return CalamineWorkbook.from_path(str(path))
    except PasswordError as error:
        raise CannotRead(
            opened.name, "is protected by a password", "Take the password off and save it again."
        ) from error
    except (CalamineError, OSError, zipfile.BadZipFile) as error:
        raise CannotRead(opened.name, "is a damaged workbook", SAVE_AS_CSV) from error


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """Every row as texts."""
    return ((number, [*map(as_text, cells)]) for number, cells in _cells(sheet))


def _cells(sheet: CalamineSheet) -> Iterator[tuple[int, list[Cell]]]:
    """Every row, numbered as the spreadsheet shows it."""
    if sheet.start is None:
        return
    before: list[Cell] = [""] * sheet.start[1]  # blank rows above are given, blank columns to the left are not
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield number, [*before, *cells]


def _first_rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """The first rows that are not blank."""
    return islice((row for row in _rows(sheet) if any(map(str.strip, row[1]))), LOOKED_AT)


def _hidden(sheets: list[SheetMetadata], shown: list[str]) -> tuple[str, ...]:
    return tuple(each.name for each in sheets if each.name not in shown)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name[:40]}”" for name in names[:5]) + (" and more" if len(names) > 5 else "")  # noqa: PLR2004
