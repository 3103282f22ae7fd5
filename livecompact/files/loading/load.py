"""Published files taken into DuckDB as facts, each row accounted for."""

import tempfile
from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

from livecompact.files.cells.dates import century_from
from livecompact.files.columns.layouts import kind_of
from livecompact.files.columns.mapping import NO_MAP, read_map
from livecompact.files.columns.naming import folded, known_names
from livecompact.files.loading.loaded import Loaded
from livecompact.files.loading.problems import start_list
from livecompact.files.loading.progress import Meter, Progress
from livecompact.files.loading.rows import Asked, Taken, Taking
from livecompact.files.tables.opening import Opened, open_all
from livecompact.files.tables.table import Table
from livecompact.files.tables.table_of import table_of
from livecompact.files.unreadable import LIMITS, CannotRead, Limits
from livecompact.kinds import KINDS
from livecompact.standards.bulk.quoting import identifier

HALF = 0.5
"""The share of the reading of a JSON file that goes to finding its columns."""


def load(
    connection: DuckDBPyConnection,
    paths: Sequence[Path],
    *,
    kind: str | None = None,
    columns: Path | None = None,
    none_facts: Collection[str] = (),
    today: date | None = None,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
) -> Loaded:
    """Take files into DuckDB, a table for each kind; CannotRead says what is wrong where one cannot be read at all.

    `kind` says what the rows are where that cannot be told, `columns` is a mapping file, `none_facts` are the facts
    whose blank means none here. `today` places two-digit years: they lie up to 29 years ahead of it (unsaid: 1970 to
    2069). `progress` is told how many bytes are done, and of how many.
    """
    told = read_map(columns) if columns else NO_MAP
    asked = Asked(told=told, kind=kind, none_facts=frozenset(none_facts), century=century_from(today))
    start_list(connection)
    files = list(open_all(paths, limits))
    meter = Meter(progress, sum(opened.packed for opened in files))
    taken: list[Taken] = []
    headings: list[str] = []
    with tempfile.TemporaryDirectory(prefix="livecompact-") as folder:
        for opened in files:
            file = table_of(opened, _known_by(asked), meter.part(opened.packed, 0, HALF))
            headings += file.headings
            done = _take(connection, opened, file=file, asked=asked, meter=meter, before=taken, folder=Path(folder))
            taken.append(done)
            meter.file_is_done(opened.packed)
    told.check_found(headings)
    _check_none_facts(asked.none_facts, taken)
    return Loaded(tables=_tables(connection, taken), sources=tuple(each.source for each in taken))


def _known_by(asked: Asked) -> Callable[[str], bool]:
    """Whether a heading is known to the kinds that the rows may be of."""
    kinds = [KINDS[asked.kind]] if asked.kind in KINDS else [*KINDS.values()]
    names = frozenset(map(folded, asked.told.columns)).union(*map(known_names, kinds))
    return lambda heading: folded(heading) in names


def _take(
    connection: DuckDBPyConnection,
    opened: Opened,
    *,
    file: Table,
    asked: Asked,
    meter: Meter,
    before: Sequence[Taken],
    folder: Path,
) -> Taken:
    """The rows of one file, taken in after those of the files before it."""
    taking = Taking(
        connection=connection,
        folder=folder,
        name=opened.name,
        file=file,
        kind=kind_of(opened.name, file.headings, asked.told, asked.kind),
        asked=asked,
        table=f"rows of file {len(before) + 1}",
        rows_before=sum(each.last_row for each in before),
    )
    return taking.take(meter.part(opened.packed, HALF if file.in_records else 0))


def _check_none_facts(names: Collection[str], taken: Sequence[Taken]) -> None:
    """Stops where a fact whose blank is said to mean none is no fact of these kinds, or has no column."""
    known = {fact: None for each in taken for fact in KINDS[each.source.kind].by_name}
    for name in names:
        if name not in known:
            raise CannotRead(f"--none {name}", "names no fact of these rows", f"The facts are {', '.join(known)}.")
        if all(name in each.source.missing for each in taken):
            raise CannotRead(
                f"--none {name}", "names a fact that has no column here", "Leave it out, or give the column."
            )


def _tables(connection: DuckDBPyConnection, taken: Sequence[Taken]) -> dict[str, str]:
    """One table a kind, of the rows of all its files."""
    tables: dict[str, str] = {}
    for kind in dict.fromkeys(each.source.kind for each in taken):
        names = [identifier(each.table) for each in taken if each.source.kind == kind]
        tables[kind] = f"{kind} rows"
        parts = " UNION ALL BY NAME ".join(f"FROM {name}" for name in names)
        connection.execute(f"DROP TABLE IF EXISTS {identifier(tables[kind])}")
        if len(names) == 1:
            connection.execute(f"ALTER TABLE {names[0]} RENAME TO {identifier(tables[kind])}")
            continue
        connection.execute(f"CREATE TABLE {identifier(tables[kind])} AS {parts}")
        for name in names:
            connection.execute(f"DROP TABLE {name}")
    return tables
