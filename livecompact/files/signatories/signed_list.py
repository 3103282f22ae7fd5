"""The list of who had signed on which day: one line an organisation, with org-id, name, signed, left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from livecompact.files.cells.cell import Manner, read_cell
from livecompact.files.cells.date_order import order_of
from livecompact.files.cells.dates import century_from
from livecompact.files.columns.naming import folded
from livecompact.files.columns.recognising import letters
from livecompact.files.signatories.signatory import Signatory
from livecompact.files.tables.opening import open_all
from livecompact.files.tables.table import Table
from livecompact.files.tables.table_of import table_of
from livecompact.files.unreadable import CannotRead, CannotReadCell
from livecompact.standards.facts import Fact, FactType

NAMES = {
    "org_id": ("org-id", "organisation id", "organisation identifier", "identifier", "id"),
    "name": ("name", "organisation", "organisation name", "signatory", "body"),
    "signed": ("signed", "signed on", "date signed", "day signed", "joined", "joined on"),
    "left": ("left", "left on", "date left", "last day", "until"),
}
NEEDED = "Its columns are org-id, name, signed, left; left is the last day on which it was bound."
SHOWN = 5
"""How many mistakes of a list are told."""
DAY = Fact(name="day", type=FactType.DATE, label="the day", ask="", why="")

type Names = Mapping[str, Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the list, and where its cells stand."""

    number: int
    cells: Sequence[str]
    places: Mapping[str, int]

    def said(self, column: str) -> str:
        """What its cell in a column says; blank where the list has no such column."""
        place = self.places.get(column)
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""

    def cell(self, column: str) -> str:
        """The name of its cell in a column, such as C4."""
        return f"{letters(self.places[column])}{self.number}"


def read_bound(path: Path, today: date | None = None) -> tuple[Signatory, ...]:
    """Who had signed, from a list; CannotRead names the row and the cell of what cannot be read."""
    lines = lines_of(path, NAMES)
    manners = manners_of(lines, today)
    read = [_signatory(each, manners) for each in lines]
    if wrong := [each for each in read if isinstance(each, str)]:
        cells = "1 row" if len(wrong) == 1 else f"{len(wrong)} rows"
        raise CannotRead(path.name, f"has {cells} that we cannot read", " ".join(wrong[:SHOWN]))
    return tuple(each for each in read if isinstance(each, Signatory))


def lines_of(path: Path, names: Names) -> list[Line]:
    """The lines of a list that are not blank; `names` tells how its columns may be called."""
    opened = [*open_all([path])]
    if len(opened) > 1:
        raise CannotRead(str(path), "holds several files", "Give one list of who has signed.")
    known = {folded(name) for own in names.values() for name in own}
    table = table_of(opened[0], lambda heading: folded(heading) in known, lambda _: None)
    lines = [*_lines(path.name, table, names)]
    if not lines:
        raise CannotRead(path.name, "has headings and no rows", NEEDED)
    return lines


def manners_of(lines: Sequence[Line], today: date | None) -> dict[str, Manner]:
    """How the days of a list are written."""
    century = century_from(today)
    return {column: _manner(column, lines, century) for column in ("signed", "left")}


def _lines(name: str, table: Table, names: Names) -> Iterator[Line]:
    places = _places(name, table.headings, names)
    for number, cells in table.rows(lambda _: None):
        if any(map(str.strip, cells)):
            yield Line(number=number, cells=cells, places=places)


def _places(name: str, headings: Sequence[str], known: Names) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = next((column for column, names in known.items() if folded(heading) in map(folded, names)), "")
        if column in places:
            says = f"has two columns for {column}, “{headings[places[column]]}” and “{heading}”"
            raise CannotRead(name, says, "Keep one of them.")
        if column:
            places[column] = place
    if "signed" not in places or not {"org_id", "name"} & set(places):
        raise CannotRead(name, "is no list of who has signed: it needs a column signed, and org-id or name", NEEDED)
    return places


def _manner(column: str, lines: Sequence[Line], century: int) -> Manner:
    order, _ = order_of(column, ((each.said(column), 1) for each in lines), century)
    return Manner(order=order, century=century)


def _signatory(line: Line, manners: Mapping[str, Manner]) -> Signatory | str:
    """The signature that a line tells, or the sentence that says what is wrong with it."""
    if not line.said("org_id") and not line.said("name"):
        return f"Row {line.number}: it names nobody. Write an org-id or a name."
    days = days_of(line, manners)
    if isinstance(days, str):
        return days
    signed, left = days
    return Signatory(org_id=line.said("org_id"), name=line.said("name"), signed=signed, left_on=left)


def days_of(line: Line, manners: Mapping[str, Manner]) -> tuple[date, date | None] | str:
    """The day on which a line's organisation signed, and its last; or a sentence that says what is wrong."""
    days: dict[str, date | None] = {}
    for column, manner in manners.items():
        try:
            value = read_cell(DAY, line.said(column), manner)
        except CannotReadCell as error:
            return f"Row {line.number}, cell {line.cell(column)}, “{line.said(column)}”: {error.says} {error.mend}"
        days[column] = value if isinstance(value, date) else None
    signed, left = days["signed"], days["left"]
    if signed is None:
        return f"Row {line.number}, cell {line.cell('signed')}: it does not say when. Write the day it signed."
    if left and left < signed:
        return f"Row {line.number}, cell {line.cell('left')}: it left before it signed. Check both days."
    return signed, left
