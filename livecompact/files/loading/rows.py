"""The rows of one file as facts: good rows into a table, the others into the list of problems."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from duckdb import DuckDBPyConnection

from livecompact.files.cells.cell import Manner
from livecompact.files.cells.dates import WINDOW_WITHOUT_TODAY
from livecompact.files.columns.layouts import layout_of, no_column
from livecompact.files.columns.mapping import NO_MAP, PublisherMap
from livecompact.files.columns.recognising import Recognised, recognise
from livecompact.files.loading.fact_columns import IS_NONE, UNREAD, FactColumn, read_column
from livecompact.files.loading.loaded import Source
from livecompact.files.loading.problems import Lister, is_pounds
from livecompact.files.loading.staging import Staged, stage
from livecompact.files.tables.table import Table, Tick
from livecompact.files.unreadable import CannotRead
from livecompact.kinds.kind import Kind
from livecompact.kinds.template import ABOUT
from livecompact.standards.bulk.quoting import identifier, literal


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked for beside the files: a mapping file, a kind, facts whose blank means none."""

    told: PublisherMap = NO_MAP
    kind: str | None = None
    none_facts: frozenset[str] = field(default_factory=frozenset)
    century: int = WINDOW_WITHOUT_TODAY

    def manner(self, fact: str) -> Manner:
        """How the cells of a fact are to be read."""
        return Manner(
            blank_is_none=fact in self.none_facts, none=self.told.none, unsaid=self.told.unsaid, century=self.century
        )


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One file's rows, in a table, with what is told of the file; `last_row` is the number of its last row."""

    source: Source
    table: str
    last_row: int


@dataclass(frozen=True, kw_only=True)
class Taking:
    """One file while its rows are taken into a table; `rows_before` is how many rows the files before it have."""

    connection: DuckDBPyConnection
    folder: Path
    name: str
    file: Table
    kind: Kind
    asked: Asked
    table: str
    rows_before: int

    def take(self, tick: Tick) -> Taken:
        """Take all its rows; CannotRead where it has none, or no column that we know."""
        self.asked.told.check(self.kind)
        found = recognise(self.name, self.file.headings, self.kind, self.asked.told)
        if not found.facts:
            raise no_column(self.name, self.file.headings, self.kind)
        staged = stage(self.connection, self.file, found.places, self.folder, tick)
        if not staged.rows:
            raise CannotRead(self.name, "has headings and no rows", "Save it again with its rows.")
        columns = [self._column(fact, place, found, staged) for fact, place in found.facts.items()]
        judged = self._keep_good(columns, staged, found)
        self._list_problems(columns, staged, found)
        source = self._source(found, staged, columns, judged)
        return Taken(source=source, table=self.table, last_row=staged.last_row)

    def _column(self, fact: str, place: int, found: Recognised, staged: Staged) -> FactColumn:
        return read_column(
            self.connection,
            staged.table,
            staged.column(place),
            fact=self.kind.by_name[fact],
            heading=found.headings[place],
            manner=self.asked.manner(fact),
            order=self.asked.told.order,
            folder=self.folder,
        )

    def _keep_good(self, columns: Sequence[FactColumn], staged: Staged, found: Recognised) -> int:
        """Make the table of the rows in which every used cell could be read; gives how many there are."""
        said = {f"s{n}": column for n, column in enumerate(columns)}
        good = ["t.beyond = ''", *_in_pounds(found, staged), *(f"{name}.state <> {literal(UNREAD)}" for name in said)]
        texts = " ".join([f"{identifier(staged.table)} t", *_joins(said, staged, found)])
        self.connection.execute(
            f"CREATE OR REPLACE TABLE {identifier(self.table)} AS"
            f" SELECT t.file_row + $before AS row, $source AS source, t.file_row,"
            f" {', '.join([*_about(found.about, staged), *_values(said)])} FROM {texts} WHERE {' AND '.join(good)}",
            {"before": self.rows_before, "source": self.name},
        )
        counted = self.connection.execute(f"SELECT count(*) FROM {identifier(self.table)}").fetchone()
        return int(counted[0]) if counted else 0

    def _list_problems(self, columns: Sequence[FactColumn], staged: Staged, found: Recognised) -> None:
        lister = Lister(
            connection=self.connection, source=self.name, staged=staged, found=found, in_records=self.file.in_records
        )
        lister.overlong()
        lister.foreign()
        for column in columns:
            lister.unread(column)
            self.connection.execute(f"DROP TABLE {identifier(column.table)}")
        self.connection.execute(f"DROP TABLE {identifier(staged.table)}")

    def _source(self, found: Recognised, staged: Staged, columns: Sequence[FactColumn], judged: int) -> Source:
        used = found.by_heading
        return Source(
            name=self.name,
            layout=layout_of(self.kind, found),
            kind=self.kind.name,
            rows=staged.rows,
            judged=judged,
            reported=staged.rows - judged,
            blank=staged.blank,
            recognised=used,
            ignored=found.ignored,
            missing=tuple(fact.name for fact in self.kind.facts if fact.name not in found.facts),
            changes=tuple(change for column in columns for change in column.changes),
            notes=(*self.file.notes(used), *(note for column in columns for note in column.notes)),
            in_records=self.file.in_records,
        )


def _joins(said: Mapping[str, FactColumn], staged: Staged, found: Recognised) -> Iterator[str]:
    """The joins from the texts of each fact's column to what they say."""
    for name, column in said.items():
        place = staged.column(found.facts[column.fact.name])
        yield f"JOIN {identifier(column.table)} {name} ON t.{place} = {name}.text"


def _in_pounds(found: Recognised, staged: Staged) -> Iterator[str]:
    """The test that a row's amounts are in pounds, where a column tells."""
    if found.currency is not None:
        yield is_pounds(f"t.{staged.column(found.currency)}")


def _about(places: Mapping[str, int], staged: Staged) -> Iterator[str]:
    """The columns of the table that say what a dealing is and whose."""
    for name in ABOUT:
        text = f"nullif(trim(t.{staged.column(places[name])}), '')" if name in places else "NULL::VARCHAR"
        yield f"{text} AS {identifier(name)}"


def _values(said: Mapping[str, FactColumn]) -> Iterator[str]:
    """The columns of the table that hold facts, and where a fact may be none, whether it is."""
    for name, column in said.items():
        yield f"{name}.value AS {identifier(column.fact.name)}"
        if column.any_none:
            yield f"{name}.state = {literal(IS_NONE)} AS {identifier(f'{column.fact.name}__none')}"
