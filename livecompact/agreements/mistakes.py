"""What is wrong in an agreement's files: where, what, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


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
