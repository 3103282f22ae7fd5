"""What is told beside the rows of a file that is given back, and how a text is kept from running in a spreadsheet."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ADDED = ("What is wrong", "How to fix it", "Compact state")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a text begins that a spreadsheet would take for a formula; the last four are the wide forms."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is told of one row: the three texts of ADDED, and the names of the cells that are wrong, such as F3."""

    texts: tuple[str, str, str] = ("", "", "")
    cells: tuple[str, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Whether the row has to be changed."""
        return bool(self.texts[0])


type Notes = Mapping[int, Note]
NOTHING_TOLD = Note()


def read_notes(path: Path) -> Notes:
    """The notes of a JSON object: by the number of a row its three texts, then the names of its wrong cells."""
    told: Mapping[str, Sequence[str]] = json.loads(path.read_text(encoding="utf-8"))
    return {int(row): Note((says, mend, state), tuple(cells)) for row, (says, mend, state, *cells) in told.items()}


def own_width(headings: Sequence[str]) -> int:
    """How many columns are the file's own: it may have been marked before.

    >>> own_width(["Title", "What is wrong", "How to fix it", "Compact state"])
    1
    """
    return len(headings) - (len(ADDED) if tuple(headings[-len(ADDED) :]) == ADDED else 0)


def inert(text: str) -> str:
    """A text as a spreadsheet shows it and never runs it; a plain number stays one.

    >>> inert("=1+1"), inert("-12.50"), inert("Library")
    ("'=1+1", '-12.50', 'Library')
    """
    if not text.startswith(FORMULA):
        return text
    digits = text[1:].replace(",", "").replace(".", "", 1)
    return text if text[0] in "+-" and digits.isdigit() else f"'{text}"
