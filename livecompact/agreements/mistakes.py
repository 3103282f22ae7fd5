"""What is wrong in an agreement's files: where, what, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake: the file and the line (counted from 1), what is wrong, and the mend."""

    file: str
    line: int
    says: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.says} {self.mend}"


class Mistaken(ValueError):
    """An agreement that cannot be used, with every mistake found in it."""

    def __init__(self, name: str, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes))
        count = len(self.mistakes)
        lines = "\n".join(f"  {mistake}" for mistake in self.mistakes)
        super().__init__(f"{name} has {count} {'mistake' if count == 1 else 'mistakes'}:\n{lines}")


def perhaps(word: str, among: Iterable[str]) -> str:
    """A hint at the word that was meant, to begin a mend with; empty where none is near.

    >>> perhaps("statuary", ["statutory", "voluntary"])
    'Perhaps “statutory” is meant. '
    """
    near = get_close_matches(word, list(among), n=1)
    return f"Perhaps “{near[0]}” is meant. " if near else ""
