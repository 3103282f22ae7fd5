"""A file as a table, by what it looks like inside and not by its name."""

from collections.abc import Callable

from livecompact.files.tables.csv_table import csv_table
from livecompact.files.tables.decoding import look
from livecompact.files.tables.json_table import is_json, json_table
from livecompact.files.tables.opening import Opened
from livecompact.files.tables.table import Table, Tick
from livecompact.files.tables.workbook import workbook_table
from livecompact.files.unreadable import CannotRead


def table_of(opened: Opened, is_known: Callable[[str], bool], tick: Tick) -> Table:
    """A file as a table; CannotRead says why it is none. `is_known` tells headings from what stands above them."""
    table = workbook_table(opened, is_known) if opened.workbook else _of_text(opened, is_known, tick)
    if not any(table.headings):
        raise CannotRead(opened.name, "has no records in it", "Save it again with its rows.")
    return table


def _of_text(opened: Opened, is_known: Callable[[str], bool], tick: Tick) -> Table:
    looked = look(opened)
    return json_table(opened, looked, tick) if is_json(opened, looked) else csv_table(opened, looked, is_known)
