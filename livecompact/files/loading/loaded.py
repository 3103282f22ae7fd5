"""What reading some files comes to: tables of facts, and what is to be told of each file."""

from collections.abc import Mapping
from dataclasses import dataclass

PROBLEMS = "problems"
"""The table of cells that could not be read."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """That cells of a column were read as something else than is written there, with the commonest of them.

    `others` is how many of the rows are written in other ways.

    >>> Changed(column="Amount", fact="amount", rows=11, found="£1,200.00", read_as="1200").sentence
    'We read “£1,200.00” as 1200 in 11 rows.'
    >>> Changed(column="Amount", fact="amount", rows=4811, others=4800, found="£1,200.00", read_as="1200").sentence
    'We read “£1,200.00” as 1200 in 11 rows, and 4,800 more rows of “Amount” in such ways.'
    """

    column: str
    fact: str
    rows: int
    found: str
    read_as: str
    others: int = 0

    @property
    def sentence(self) -> str:
        """The same as a sentence."""
        what = f"“{self.found}”" if self.found else "a blank cell"
        more = f", and {_rows(self.others, 'more ')} of “{self.column}” in such ways" if self.others else ""
        return f"We read {what} as {self.read_as} in {_rows(self.rows - self.others)}{more}."


@dataclass(frozen=True, kw_only=True)
class Source:
    """One file as it was read.

    `rows` = `judged` + `reported`; rows that are blank throughout are counted apart. `recognised` says what each used
    column holds, `missing` which facts have no column. `in_records` where its rows are records, told by their number.
    """

    name: str
    layout: str
    kind: str
    rows: int
    judged: int
    reported: int
    blank: int
    recognised: Mapping[str, str]
    ignored: tuple[str, ...]
    missing: tuple[str, ...]
    changes: tuple[Changed, ...] = ()
    notes: tuple[str, ...] = ()
    in_records: bool = False


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """Files taken into DuckDB.

    `tables` names the table of each kind: `row` (unique; of a single file the row as a spreadsheet shows it), `source`,
    `file_row`, `identifier`, `title`, `organisation`, `organisation_id`, `partner`, `partner_id`, one column for each
    fact that any of its files has, and `<fact>__none` where any is none. `problems` is the table of what could not be
    read: `source`, `file_row`, `cell`, `column_name`, `value`, `says`, `mend`.
    """

    tables: Mapping[str, str]
    sources: tuple[Source, ...]
    problems: str = PROBLEMS

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


def _rows(number: int, more: str = "") -> str:
    return f"{number:,} {more}{'row' if number == 1 else 'rows'}"
