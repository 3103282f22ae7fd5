"""The command `livecompact mark`: a file again as the kind that it was, with what is wrong beside each row.

The site asks it in a child process, so that it never reads itself what somebody sent.
"""

import io
import sys
from pathlib import Path
from typing import BinaryIO

from livecompact.files.marking.as_csv import mark_csv
from livecompact.files.marking.as_json import mark_json
from livecompact.files.marking.as_workbook import mark_workbook
from livecompact.files.marking.notes import Notes, read_notes
from livecompact.files.tables.csv_table import CsvTable
from livecompact.files.tables.json_table import JsonTable
from livecompact.files.tables.only_table import only_table
from livecompact.files.tables.workbook import Workbook
from livecompact.files.unreadable import CannotRead

WRITTEN, NOTHING = 0, 2


def mark(path: Path, *, kind: str, notes: Path, out: BinaryIO | None = None) -> int:
    """Write a file again: CSV as CSV, JSON as JSON, a workbook as XLSX. The exit code is 0, or 2 where it cannot be.

    `notes` is a JSON object: by the number of a row three texts, then the names of its wrong cells.
    """
    try:
        _write(path, kind, read_notes(notes), out or sys.stdout.buffer)
    except CannotRead as error:
        sys.stderr.write(f"{error}\n")
        return NOTHING
    return WRITTEN


def _write(path: Path, kind: str, notes: Notes, out: BinaryIO) -> None:
    table = only_table(path, kind)
    if isinstance(table, Workbook):
        mark_workbook(table, notes, out)
        return
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        match table:
            case CsvTable():
                mark_csv(table, notes, text)
            case JsonTable():
                mark_json(table, notes, text)
    finally:
        text.flush()
        text.detach()
