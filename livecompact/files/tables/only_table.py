"""The one table of one file, its headings found by the names that one kind knows, or all."""

from pathlib import Path

from livecompact.files.columns.naming import folded, known_names
from livecompact.files.tables.json_table import JsonTable
from livecompact.files.tables.opening import open_all
from livecompact.files.tables.table import Table
from livecompact.files.tables.table_of import table_of
from livecompact.files.tables.workbook import Workbook
from livecompact.kinds import KINDS


def only_table(path: Path, kind: str = "") -> Table:
    """The table of a file's first member; CannotRead says why it is none."""
    kinds = [KINDS[kind]] if kind in KINDS else [*KINDS.values()]
    names = frozenset().union(*map(known_names, kinds))
    return table_of(next(open_all([path])), lambda heading: folded(heading) in names, lambda _share: None)


def form_of(table: Table) -> str:
    """As what a table comes back once it was marked, by the ending of such a file's name."""
    match table:
        case Workbook():
            return "xlsx"
        case JsonTable():
            return "json"
        case _:
            return "csv"
