"""Small lists of records made in a test and held against an agreement."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from livecompact import agreements, kinds
from livecompact.agreements.agreement import Agreement
from livecompact.files.checking.check import Asked, check
from livecompact.files.checking.checked import Checked, Counts, Outcome, Part, Spread, StandardChecked
from livecompact.standards.standard import Adopted, Basis, Example

TODAY = date(2026, 11, 22)
OAKLEY, ELM = "Oakley Borough Council", "Elmfield District Council"
FULL = {"opens": "2025-03-03", "closes": "2025-05-25"}
"""Twelve full weeks."""
SHORT = {"opens": "2025-03-03", "closes": "2025-04-27"}
"""Eight weeks."""
LENGTH = "consultation-length"

type Row = Mapping[str, str]


@dataclass(frozen=True)
class Held:
    """What some rows come to, ready to be asked."""

    checked: Checked

    def part(self, *, bound: bool = False) -> Part:
        """The one part of the rows that are bound, or of those that are not."""
        (part,) = self.checked.on_footing(bound=bound)
        return part

    def standard(self, code: str = LENGTH, *, bound: bool = False) -> StandardChecked:
        """What one standard says."""
        (found,) = (of for of in self.part(bound=bound).standards if of.standard.code == code)
        return found

    def spread(self, code: str = LENGTH) -> Spread:
        """How what one standard measures is spread."""
        spread = self.standard(code).spread
        assert spread is not None
        return spread

    def counts(self, code: str = LENGTH, *, bound: bool = False) -> dict[Outcome, int]:
        """The counts of one standard, those that are not zero."""
        return told(self.standard(code, bound=bound).counts)


def told(counts: Counts) -> dict[Outcome, int]:
    """Counts without those that are zero."""
    return {outcome: number for outcome, number in counts.of.items() if number}


def file_of(folder: Path, rows: Iterable[Row], name: str = "list.csv") -> Path:
    """A CSV file of rows, with a column for each fact that any of them has."""
    rows = list(rows)
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, fieldnames=dict.fromkeys(column for row in rows for column in row), restval="")
        out.writeheader()
        out.writerows(rows)
    return path


def signed(folder: Path, *who: tuple[str, str, str]) -> Path:
    """A list of who has signed: name, day, last day."""
    return file_of(folder, [{"name": name, "signed": on, "left": left} for name, on, left in who], "signed.csv")


def held(folder: Path, rows: Iterable[Row], bound: Iterable[tuple[str, str, str]] = (), **asked: Any) -> Held:
    """Some rows, held against the Hertfordshire Compact as consultations, unless something else is said."""
    path = file_of(folder, rows)
    usual: dict[str, Any] = {"agreement": agreements.load("hertfordshire"), "today": TODAY, "kind": "consultation"}
    if bound:
        usual["bound"] = signed(folder, *bound)
    with duckdb.connect() as connection:
        return Held(check(connection, [path], Asked(**usual | asked))[0])


def rows_of(kind: str, examples: Iterable[Example]) -> list[dict[str, str]]:
    """What worked examples give, as rows of a file."""
    written = [kinds.kind(kind).write(example.given) for example in examples]
    said = {True: "yes", False: "no"}
    return [{n: said[v] if isinstance(v, bool) else v for n, v in row.items()} for row in written if row]


def adopting(agreement: Agreement, code: str) -> Agreement:
    """The same agreement, where the area has adopted one local standard."""
    edition = agreement.newest
    adopted = Adopted(date(2020, 1, 1), "Compact forum", "minute 3")
    standards = tuple(
        replace(s, basis=Basis.LOCAL, adopted=adopted) if s.code == code else s for s in edition.standards
    )
    return replace(agreement, editions=(*agreement.editions[:-1], replace(edition, standards=standards)))
