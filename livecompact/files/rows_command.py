"""The command `livecompact rows`: a file as JSON lines.

The site asks them in a child process, so that it never reads itself what somebody sent. Each line says in `is` what it
is: `file`, then a `row` for each row that was read, a `problem` for each cell that was not, and an `end` with the
number of both. Where nothing could be read there is one line, `cannot`.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TextIO

from duckdb import DuckDBPyConnection

from livecompact.files.cells.amounts import written
from livecompact.files.columns.recognising import letters
from livecompact.files.engine import NOTHING, READ, engine
from livecompact.files.loading.load import load
from livecompact.files.loading.loaded import Loaded, Source
from livecompact.files.tables.hidden import hidden_in
from livecompact.files.tables.only_table import form_of, only_table
from livecompact.files.tables.opening import open_all
from livecompact.files.tables.workbook import Workbook
from livecompact.files.unreadable import CannotRead
from livecompact.kinds import KINDS
from livecompact.kinds.kind import Kind, write_value
from livecompact.kinds.template import ABOUT
from livecompact.standards.bulk.columns import none_column
from livecompact.standards.bulk.quoting import identifier
from livecompact.standards.facts import FactValue

AT_ONCE = 5_000

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
    table = only_table(path, source.kind)
    sheets = [f"the hidden sheet “{name[:40]}”" for name in table.hidden] if isinstance(table, Workbook) else []
    places = {heading: letters(place) for place, heading in reversed([*enumerate(table.headings)])}
    return {
        "is": "file",
        **told,
        "form": form_of(table),
        "hides": [*sheets, *hidden],
        "headings": list(table.headings),
        "letters": places,
    }


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
        return list(only_table(path).headings)
    except (CannotRead, ValueError):
        return []


def _write(out: TextIO, line: Line) -> None:
    out.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
