"""CSV given back with three columns more, each row at the number that it had."""

import csv
from typing import TextIO

from livecompact.files.marking.notes import ADDED, NOTHING_TOLD, Notes, inert, own_width
from livecompact.files.tables.csv_table import CsvTable

BOM = "\ufeff"
"""Tells spreadsheets that the letters are UTF-8."""


def mark_csv(table: CsvTable, notes: Notes, out: TextIO) -> None:
    """Write a CSV file again, what is above its headings too, with what is told beside its rows."""
    width = own_width(table.headings)
    out.write(BOM)
    writer = csv.writer(out, delimiter=table.delimiter, lineterminator="\r\n")
    for number, cells in table.every_row(lambda _share: None):
        held = [inert(cell) for cell in cells[:width]]
        if number == table.heading_row:
            writer.writerow([*held, *ADDED])
        elif number < table.heading_row or not any(map(str.strip, cells)):
            writer.writerow(held)
        else:
            told = notes.get(number, NOTHING_TOLD).texts
            writer.writerow([*held, *[""] * (width - len(held)), *map(inert, told)])
