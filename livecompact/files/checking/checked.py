"""What a check of published records comes to: counts, rows that could not be read, and what the files do not tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from livecompact.agreements.agreement import Agreement, Edition
from livecompact.files.loading.loaded import Source
from livecompact.kinds import kind
from livecompact.kinds.kind import Kind
from livecompact.standards.facts import Fact
from livecompact.standards.standard import Standard


class Outcome(StrEnum):
    """What one check comes to: a verdict for a body that has signed, else how its file would stand."""

    KEPT = "kept"
    EXPLAINED = "explained"
    NOT_KEPT = "not kept"
    NOT_YET_DUE = "not yet due"
    NO_EVIDENCE = "no evidence"
    MEETS = "meets it"
    SHORT_WITH_REASON = "falls short, reason given"
    SHORT_WITHOUT_REASON = "falls short, no reason"
    SHORT_UNSAID = "falls short, this file does not say"
    TOO_EARLY = "too early to tell"
    CANNOT_TELL = "cannot tell"


VERDICTS = (Outcome.KEPT, Outcome.EXPLAINED, Outcome.NOT_KEPT, Outcome.NO_EVIDENCE, Outcome.NOT_YET_DUE)
AS_IF = (
    Outcome.MEETS,
    Outcome.SHORT_WITH_REASON,
    Outcome.SHORT_WITHOUT_REASON,
    Outcome.SHORT_UNSAID,
    Outcome.CANNOT_TELL,
    Outcome.TOO_EARLY,
)
SHORT = (Outcome.SHORT_WITH_REASON, Outcome.SHORT_WITHOUT_REASON, Outcome.SHORT_UNSAID)


class Footing(StrEnum):
    """On what footing a row stands: its body was bound that day, or why it is only measured as if."""

    BOUND = "bound"
    NOT_SIGNED = "not signed"
    BEFORE_SIGNING = "before signing"
    AFTER_LEAVING = "after leaving"
    OTHER_EDITION = "other edition"
    NO_DATE = "no date"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a row stands: its number as a spreadsheet shows it, or as a record, and its names where they may be shown.

    `source` is empty where there is only one file.
    """

    row: int
    is_record: bool = False
    source: str = ""
    title: str = ""
    organisation: str = ""


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """A row whose dates cannot all be right, and the sentence that says so."""

    place: Place
    says: str


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One cell that could not be read, and what would be right."""

    place: Place
    cell: str
    column: str
    value: str
    says: str
    mend: str


@dataclass(frozen=True, kw_only=True)
class Cause:
    """All the cells that could not be read for one cause, and the first of them."""

    rows: int
    first: Problem


@dataclass(frozen=True)
class Counts:
    """How many checks came to each outcome."""

    of: Mapping[Outcome, int]

    def __getitem__(self, outcome: Outcome) -> int:
        return self.of.get(outcome, 0)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts({outcome: self[outcome] + other[outcome] for outcome in Outcome})

    @property
    def checks(self) -> int:
        """All of them together."""
        return sum(self.of.values())

    @property
    def short(self) -> int:
        """Those that fall short, whatever the reason."""
        return sum(self[outcome] for outcome in SHORT)

    @property
    def good(self) -> int:
        """Kept, or explained as the promise allows."""
        return self[Outcome.KEPT] + self[Outcome.EXPLAINED]

    @property
    def settled(self) -> int:
        """Those that have a yes or a no: what the kept ones are counted among."""
        return self.good + self[Outcome.NOT_KEPT]


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How a measure is spread over the rows that tell it; `what` is its name, such as "Days open"."""

    what: str
    rows: int
    least: Decimal
    lower: Decimal
    middle: Decimal
    upper: Decimal
    most: Decimal


@dataclass(frozen=True, kw_only=True)
class Far:
    """A row that lies far short of the number, with its working and whether a reason was given."""

    place: Place
    outcome: Outcome
    reason: str
    working: str


@dataclass(frozen=True, kw_only=True)
class Year:
    """The checks of one year; `year` is None for rows without a date."""

    year: int | None
    counts: Counts


@dataclass(frozen=True, kw_only=True)
class StandardChecked:
    """What one standard says of all the rows on one footing."""

    standard: Standard
    counts: Counts
    spread: Spread | None = None
    furthest: tuple[Far, ...] = ()
    of_all_furthest: str = ""
    """What the working says alike of each row furthest short."""
    years: tuple[Year, ...] = ()
    unseen: tuple[Fact, ...] = ()
    """The facts it looks at that no file has a column for."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """The rows of one kind under one edition that are all judged, or all measured as if."""

    kind: Kind
    edition: Edition
    bound: bool
    footings: Mapping[Footing, int]
    standards: tuple[StandardChecked, ...]

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(self.footings.values())

    @property
    def counts(self) -> Counts:
        """The checks of its standards together, without those that people judge."""
        return sum((s.counts for s in self.standards if not s.standard.judged_by_people), Counts({}))

    @property
    def records(self) -> Counts:
        """The checks that only say whether a record is there, for people to judge."""
        return sum((s.counts for s in self.standards if s.standard.judged_by_people), Counts({}))


@dataclass(frozen=True, kw_only=True)
class Unmeasured:
    """A standard that gives no counts here: no file has a column for it, or the area has agreed no number."""

    standard: Standard
    edition: Edition
    unseen: tuple[Fact, ...] = ()
    spread: Spread | None = None


@dataclass(frozen=True, kw_only=True)
class Checked:
    """The whole answer of one check."""

    agreement: Agreement
    today: date
    sources: tuple[Source, ...]
    causes: tuple[Cause, ...]
    problems: tuple[Problem, ...]
    unread_cells: int
    contradicted_rows: int
    contradictions: tuple[Contradiction, ...]
    parts: tuple[Part, ...]
    not_checkable: tuple[Unmeasured, ...]
    no_number: tuple[Unmeasured, ...]
    named: bool = False
    signatories_known: bool = False

    @property
    def rows(self) -> int:
        """How many rows the files have."""
        return sum(source.rows for source in self.sources)

    @property
    def judged(self) -> int:
        """How many of them could be read."""
        return sum(source.judged for source in self.sources)

    @property
    def reported(self) -> int:
        """How many of them hold a cell that could not be read."""
        return sum(source.reported for source in self.sources)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of the rows, each once."""
        return tuple(kind(name) for name in dict.fromkeys(source.kind for source in self.sources))

    @property
    def as_if_only(self) -> bool:
        """Whether nobody in the files was bound."""
        return not any(part.bound for part in self.parts)

    def on_footing(self, *, bound: bool) -> Iterator[Part]:
        """The parts that were judged, or those that were measured as if."""
        return (part for part in self.parts if part.bound is bound)
