"""An area's own list of who has signed, to begin its register with: the list of `--bound`, and more columns beside."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from livecompact.files.signatories.signed_list import NAMES, Line, days_of, lines_of, manners_of

MORE = {
    "sector": ("sector", "side"),
    "kind": ("kind", "type", "what it is"),
    "postcode": ("postcode", "post code"),
    "edition": ("edition", "version"),
    "champion": ("champion", "compact champion", "champion role"),
    "website": ("website", "web", "web address"),
}
COLUMNS = {
    "name": "the name of the organisation",
    "org-id": "its org-id, such as GB-CHC-123456; empty where it has none",
    "sector": "statutory, voluntary or business; a business is a Friend",
    "kind": "what it is, such as district, parish, nhs, charity, cic or group; may be empty",
    "postcode": "its postcode; it tells two groups of one name apart",
    "signed": "the day it signed",
    "left": "the last day on which it was bound; empty where it still is",
    "edition": "the edition it signed; empty where it is the one of that day",
    "champion": "the role of its Compact champion, never a name",
    "website": "its web address",
}
"""The columns of the template, and what each means."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A line of the list. `cells` names the cell of each column, so that a mistake in it can be told."""

    number: int
    name: str
    org_id: str
    sector: str
    kind: str
    postcode: str
    edition: str
    champion: str
    website: str
    signed_on: date
    left_on: date | None
    cells: dict[str, str] = field(repr=False)


def read_area_list(path: Path, today: date | None = None) -> tuple[list[Listed], list[str]]:
    """The lines that can be read, and a sentence for each that cannot; CannotRead where it is no list at all."""
    names = {**NAMES, **MORE}
    lines = lines_of(path, names)
    manners = manners_of(lines, today)
    read = [_listed(line, days_of(line, manners)) for line in lines]
    return [each for each in read if isinstance(each, Listed)], [each for each in read if isinstance(each, str)]


def template() -> str:
    """The head of such a list, as CSV."""
    return ",".join(COLUMNS) + "\n"


def explained() -> str:
    """What each column of the template means, as CSV: a line a column."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([("column", "what it is"), *COLUMNS.items()])
    return out.getvalue()


def _listed(line: Line, days: tuple[date, date | None] | str) -> Listed | str:
    if isinstance(days, str):
        return days
    if not line.said("name"):
        return f"Row {line.number}: it names nobody. Write the organisation's name."
    signed_on, left_on = days
    said = {column: line.said(column) for column in ("name", "org_id", *MORE)}
    cells = {column: line.cell(column) for column in line.places}
    return Listed(number=line.number, signed_on=signed_on, left_on=left_on, cells=cells, **said)
