"""Published records held against an agreement: read, judged in DuckDB, and counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

from livecompact import kinds
from livecompact.agreements.agreement import Agreement, Edition
from livecompact.files.checking.checked import Checked, Part, StandardChecked, Unmeasured
from livecompact.files.checking.counting import Tally, tally
from livecompact.files.checking.footing import Ground, columns_of, mark
from livecompact.files.checking.showing import Shower
from livecompact.files.checking.unread import Unread
from livecompact.files.loading.load import load
from livecompact.files.loading.loaded import Loaded
from livecompact.files.loading.progress import Progress
from livecompact.files.signatories.signed_list import read_bound
from livecompact.kinds.kind import Kind
from livecompact.standards.bulk.columns import none_column
from livecompact.standards.bulk.quoting import identifier, literal
from livecompact.standards.facts import Fact
from livecompact.standards.standard import Basis, Standard


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How records are to be checked: against which agreement, on which day, and what is known beside the files."""

    agreement: Agreement
    today: date
    kind: str | None = None
    edition: Edition | None = None
    bound: Path | None = None
    none_facts: tuple[str, ...] = ()
    columns: Path | None = None
    named: bool = False


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One kind's rows under one edition, judged: what can be counted, and how its rows are shown."""

    kind: Kind
    edition: Edition
    tally: Tally
    shower: Shower
    held: frozenset[str]

    @property
    def counted(self) -> tuple[Standard, ...]:
        """The standards that give verdicts and can be checked from these files."""
        return tuple(s for s in self._speaking if s.gives_verdicts and self.can_check(s))

    @property
    def not_checkable(self) -> tuple[Unmeasured, ...]:
        """The standards that would speak, had the files a column for anything that they ask."""
        return tuple(self._unmeasured(s) for s in self._speaking if s.gives_verdicts and not self.can_check(s))

    @property
    def no_number(self) -> tuple[Unmeasured, ...]:
        """The local standards that the area has not adopted."""
        return tuple(self._unmeasured(s) for s in self._speaking if not s.gives_verdicts)

    def parts(self) -> Iterator[Part]:
        """What was judged, and what was measured as if; each only where it has rows."""
        for bound in (True, False):
            if footings := self.tally.footings(bound=bound):
                standards = tuple(self._checked(s, bound=bound) for s in self.counted)
                standards = tuple(each for each in standards if each.counts.checks)
                yield Part(kind=self.kind, edition=self.edition, bound=bound, footings=footings, standards=standards)

    def can_check(self, standard: Standard) -> bool:
        """Whether the files have a column for any fact by which the standard would be kept or excused."""
        unless = standard.unless.facts() if standard.unless else ()
        return any(self._holds(name) for name in (*standard.kept.facts(), *unless))

    @property
    def _speaking(self) -> tuple[Standard, ...]:
        """The standards that have something to say of any of the rows."""
        spoken = self.tally.spoken()
        return tuple(s for s in self.edition.standards_for(self.kind.name) if s.code in spoken)

    def _checked(self, standard: Standard, *, bound: bool) -> StandardChecked:
        ranked = not standard.judged_by_people
        alike, furthest = self.shower.furthest(self.tally, standard, bound=bound) if ranked else ("", ())
        return StandardChecked(
            standard=standard,
            counts=self.tally.counts(standard.code, bound=bound),
            spread=self.tally.spread(standard, bound=bound),
            furthest=furthest,
            of_all_furthest=alike,
            years=self.tally.years(standard.code, bound=bound),
            unseen=self._unseen(standard),
        )

    def _unmeasured(self, standard: Standard) -> Unmeasured:
        spread = self.tally.spread(standard)
        return Unmeasured(standard=standard, edition=self.edition, unseen=self._unseen(standard), spread=spread)

    def _unseen(self, standard: Standard) -> tuple[Fact, ...]:
        """The facts that a standard weighs and that no file has a column for."""
        weighed = dict.fromkeys(name for name in standard.facts if name in standard.weighed and not self._holds(name))
        return tuple(self.kind.by_name[name] for name in weighed)

    def _holds(self, name: str) -> bool:
        return name in self.held or none_column(name) in self.held


def check(
    connection: DuckDBPyConnection, paths: Sequence[Path], asked: Asked, progress: Progress | None = None
) -> tuple[Checked, tuple[Judged, ...]]:
    """What the records in some files come to under an agreement, and the findings behind it."""
    loaded = load(
        connection,
        paths,
        kind=asked.kind,
        columns=asked.columns,
        none_facts=asked.none_facts,
        today=asked.today,
        progress=progress,
    )
    judged = tuple(_judged(connection, loaded, asked))
    return _answer(loaded, asked, judged, Unread(connection, loaded, named=asked.named)), judged


def _judged(connection: DuckDBPyConnection, loaded: Loaded, asked: Asked) -> Iterator[Judged]:
    """Every row that was read, marked with its footing and judged under its edition."""
    signed = read_bound(asked.bound, asked.today) if asked.bound else None
    ground = Ground(agreement=asked.agreement, edition=asked.edition, signed=signed)
    for name, table in loaded.tables.items():
        kind = kinds.kind(name)
        marked = mark(connection, table, kind, ground)
        for edition in asked.agreement.editions:
            if rows := _rows_under(connection, marked, edition):
                standards = [s for s in edition.standards_for(name) if s.basis is not Basis.PROMPT]
                yield Judged(
                    kind=kind,
                    edition=edition,
                    tally=tally(connection, rows, standards, asked.today),
                    shower=Shower(
                        connection=connection,
                        rows=rows,
                        kind=kind,
                        today=asked.today,
                        named=asked.named,
                        records=frozenset(source.name for source in loaded.sources if source.in_records),
                        several_files=len(loaded.sources) > 1,
                    ),
                    held=columns_of(connection, rows),
                )


def _rows_under(connection: DuckDBPyConnection, marked: str, edition: Edition) -> str:
    """A view of the rows that are held against an edition; empty where there are none."""
    view, test = f"{marked} {edition.id}", f"edition = {literal(edition.id)}"
    if not connection.execute(f"SELECT 1 FROM {identifier(marked)} WHERE {test} LIMIT 1").fetchone():
        return ""
    connection.execute(
        f"CREATE OR REPLACE TEMP VIEW {identifier(view)} AS SELECT * FROM {identifier(marked)} WHERE {test}"
    )
    return view


def _answer(loaded: Loaded, asked: Asked, judged: Sequence[Judged], unread: Unread) -> Checked:
    contradicted = [each.shower.contradictions() for each in judged]
    return Checked(
        agreement=asked.agreement,
        today=asked.today,
        sources=loaded.sources,
        causes=unread.causes(),
        problems=unread.cells(),
        unread_cells=unread.count(),
        contradicted_rows=sum(rows for rows, _ in contradicted),
        contradictions=tuple(each for _, listed in contradicted for each in listed),
        parts=tuple(part for each in judged for part in each.parts()),
        not_checkable=tuple(one for each in judged for one in each.not_checkable),
        no_number=tuple(one for each in judged for one in each.no_number),
        named=asked.named,
        signatories_known=asked.bound is not None,
    )
