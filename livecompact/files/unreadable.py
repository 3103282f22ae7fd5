"""What is said of a file or a cell that cannot be read: what is wrong, where, and what to do."""

from dataclasses import dataclass


class CannotRead(Exception):
    """A file that cannot be read at all: its name, what is wrong, and the mend.

    >>> str(CannotRead("awards.csv", "is empty", "Save it again with its rows."))
    'awards.csv is empty. Save it again with its rows.'
    """

    def __init__(self, file: str, says: str, mend: str) -> None:
        super().__init__(f"{file} {says}. {mend}")
        self.file, self.says, self.mend = file, says, mend


class CannotReadCell(ValueError):
    """A cell that cannot be read: what is wrong with it and what would be right, each as one sentence."""

    def __init__(self, says: str, mend: str) -> None:
        super().__init__(f"{says} {mend}")
        self.says, self.mend = says, mend


@dataclass(frozen=True)
class Limits:
    """How much is read of one file before it is taken for a trap: bytes once unpacked, ratio, members, text.

    A workbook has its own (livecompact.unpacking).
    """

    unpacked: int = 8_000_000_000
    ratio: int = 200
    ratio_counts_from: int = 50_000_000
    members: int = 200
    record: int = 16_000_000
    cell: int = 131_072
    columns: int = 2_000


LIMITS = Limits()
