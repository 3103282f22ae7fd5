"""CSV that a spreadsheet opens: what begins like a formula is written so that none runs it."""

import csv
import io
from collections.abc import Iterable, Sequence

RUNS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # the last four are the wide forms of the first
BOM = "\ufeff"
"""Tells spreadsheets that the letters are UTF-8."""


def inert(cell: str) -> str:
    """A cell as it can be opened safely: an apostrophe goes before what begins like a formula.

    >>> inert("=1+1"), inert("Hartsmere")
    ("'=1+1", 'Hartsmere')
    """
    return f"'{cell}" if cell.lstrip(" \0").startswith(RUNS) else cell


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV (RFC 4180) with its headings, every cell inert."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return BOM + out.getvalue()
