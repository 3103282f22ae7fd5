"""The commands `livecompact rows` and `livecompact mark`: a file as JSON lines, and the same file with notes beside.

The site asks them in a child process, so that it never reads itself what somebody sent. Each line says in `is` what it
is: `file`, then a `row` for each row that was read, a `problem` for each cell that was not, and an `end` with the
number of both. Where nothing could be read there is one line, `cannot`.
"""

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TextIO

from duckdb import DuckDBPyConnection

from livecompact.files.cells.amounts import written
from livecompact.files.check_command import NOTHING, READ, engine
from livecompact.files.columns.naming import folded, known_names
from livecompact.files.columns.recognising import letters
from livecompact.files.loading.load import load
from livecompact.files.loading.loaded import Loaded, Source
from livecompact.files.tables.hidden import hidden_in
from livecompact.files.tables.opening import open_all
from livecompact.files.tables.table import Table
from livecompact.files.tables.table_of import table_of
from livecompact.files.tables.workbook import Workbook
from livecompact.files.unreadable import CannotRead
from livecompact.kinds import KINDS
from livecompact.kinds.kind import Kind, write_value
from livecompact.kinds.template import ABOUT
from livecompact.standards.bulk.columns import none_column
from livecompact.standards.bulk.quoting import identifier
from livecompact.standards.facts import FactValue

AT_ONCE = 5_000
ADDED = ("What is wrong", "How to fix it", "Compact state")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a text begins that a spreadsheet would take for a formula; the last four are the wide forms."""

type Line = dict[str, object]


def rows(
    path: Path, *, kind: str | None, columns: Path | None, today: date, at_most: int, out: TextIO = sys.stdout
) -> int:
    """Write one file's rows as JSON lines; the exit code is 0, or 2 where nothing could be read."""
    try:
        with engine() as connection:
            hidden = _hidden(path)
            loaded = load(connection, [path], kind=kind, columns=columns, today=today)
            (source,) = _one(path, loaded, at_most)
            _write(out, _file(path, source, hidden))
            _write_rows(out, connection, loaded, KINDS[source.kind])
            _write(out, {"is": "end", "rows": source.judged, "reported": source.reported})
    except CannotRead as error:
        _write(out, {"is": "cannot", "says": error.says, "mend": error.mend, "headings": _headings(path)})
        return NOTHING
    return READ


def mark(path: Path, *, kind: str, notes: Path, out: TextIO = sys.stdout) -> int:
    """Write a file again as CSV, in its own order, with three columns more: what is wrong, the mend, and how it stands.

    `notes` is a JSON object of three texts by the number of the row. A text that a spreadsheet would run is made inert.
    """
    said: Mapping[str, list[str]] = json.loads(notes.read_text(encoding="utf-8"))
    try:
        table = _table(path, kind)
    except CannotRead as error:
        sys.stderr.write(f"{error}\n")
        return NOTHING
    width = len(table.headings)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*map(inert, table.headings), *ADDED])
    for number, cells in table.rows(lambda _share: None):
        if any(map(str.strip, cells)):
            filled = [*cells[:width], *[""] * (width - len(cells))]
            writer.writerow([*map(inert, filled), *map(inert, said.get(str(number), ["", "", ""]))])
    return READ


def inert(text: str) -> str:
    """A text as a spreadsheet shows it and never runs it; a plain number stays one.

    >>> inert("=1+1"), inert("-12.50"), inert("Library")
    ("'=1+1", '-12.50', 'Library')
    """
    if not text.startswith(FORMULA):
        return text
    digits = text[1:].replace(",", "").replace(".", "", 1)
    return text if text[0] in "+-" and digits.isdigit() else f"'{text}"


def _one(path: Path, loaded: Loaded, at_most: int) -> tuple[Source]:
    if len(loaded.sources) != 1:
        raise CannotRead(path.name, "holds several files", "Send them one by one.")
    if loaded.rows > at_most:
        raise CannotRead(path.name, f"has {loaded.rows:,} rows, more than {at_most:,}", "Split it and send each part.")
    return (loaded.sources[0],)


def _hidden(path: Path) -> tuple[str, ...]:
    """What a workbook hides; of a text nothing is hidden."""
    return tuple(says for each in open_all([path]) if each.workbook for says in hidden_in(each.name, each.workbook))


def _file(path: Path, source: Source, hidden: tuple[str, ...]) -> Line:
    told = asdict(source) | {"changes": [asdict(each) | {"says": each.sentence} for each in source.changes]}
    table = _table(path, source.kind)
    sheets = [f"the hidden sheet “{name[:40]}”" for name in table.hidden] if isinstance(table, Workbook) else []
    places = {heading: letters(place) for place, heading in reversed([*enumerate(table.headings)])}
    return {"is": "file", **told, "hides": [*sheets, *hidden], "headings": list(table.headings), "letters": places}


def _write_rows(out: TextIO, connection: DuckDBPyConnection, loaded: Loaded, kind: Kind) -> None:
    for line in _rows(connection, loaded.tables[kind.name], kind):
        _write(out, line)
    names = ("row", "cell", "column", "value", "says", "mend")
    found = connection.execute(
        f"SELECT file_row, cell, column_name, value, says, mend FROM {identifier(loaded.problems)}"
        " ORDER BY file_row, cell"
    )
    while some := found.fetchmany(AT_ONCE):
        for cell in some:
            _write(out, {"is": "problem", **dict(zip(names, cell, strict=True))})


def _rows(connection: DuckDBPyConnection, table: str, kind: Kind) -> Iterator[Line]:
    """Each row that was read: its number, what is known of it, and its facts in the encoding of its kind."""
    found = connection.execute(f"SELECT * FROM {identifier(table)} ORDER BY file_row")
    names = [str(name) for name, *_ in found.description]
    facts = [name for name in names if name in kind.by_name]
    while some := found.fetchmany(AT_ONCE):
        for values in some:
            held = dict(zip(names, values, strict=True))
            read = {name: _encoded(held[name]) for name in facts if held[name] is not None}
            read |= {name: "none" for name in facts if held.get(none_column(name))}
            about = {name: held[name] for name in ABOUT if held.get(name)}
            yield {"is": "row", "row": held["file_row"], **about, "facts": read}


def _encoded(value: FactValue) -> str | bool:
    """A value in the encoding of facts; an amount without the zeros that DuckDB gives it."""
    return written(value) if isinstance(value, Decimal) else write_value(value)


def _headings(path: Path) -> list[str]:
    """The headings of a file that could not be taken in, as far as they can be told."""
    try:
        return list(_table(path, "").headings)
    except (CannotRead, ValueError):
        return []


def _table(path: Path, kind: str) -> Table:
    opened = next(open_all([path]))
    kinds = [KINDS[kind]] if kind in KINDS else [*KINDS.values()]
    names = frozenset().union(*map(known_names, kinds))
    return table_of(opened, lambda heading: folded(heading) in names, lambda _share: None)


def _write(out: TextIO, line: Line) -> None:
    out.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
