"""What a workbook (XLSX, ODS) says of its own size in its list of parts, read within limits and never unpacked.

A list that lies gets past this: whoever unpacks has limits of its own.
"""

from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from struct import Struct

END, ENTRY = b"PK\x05\x06", b"PK\x01\x02"
END_HOLDS, ENTRY_HOLDS = Struct("<4s4xHHII"), Struct("<4s20xIHHH")
"""The parts on this disk and in all, and the length and start of their list; the size of one and three lengths."""
END_LENGTH, ENTRY_LENGTH, TAIL = 22, 46, 22 + 65_535
"""The lengths of both records without what may follow them (ZIP application note, 4.3.12 and 4.3.16)."""


@dataclass(frozen=True)
class Limits:
    """How much a workbook may come to: bytes, and how many times its packed size; how many parts, and their list."""

    unpacked: int = 100_000_000
    ratio: int = 100
    ratio_counts_from: int = 10_000_000
    parts: int = 2_000
    list_of_parts: int = 1_000_000


LIMITS = Limits()
"""A workbook is held in memory while it is read, at some three times its size once unpacked."""


def too_much(path: Path, limits: Limits = LIMITS) -> str:
    """What is too much of a packed file, as the end of a sentence; empty where nothing is or where it is not packed."""
    with path.open("rb") as file:
        packed = file.seek(0, SEEK_END)
        file.seek(max(0, packed - TAIL))
        tail = file.read(TAIL)
        at = tail.rfind(END, 0, len(tail) - END_LENGTH + len(END))
        if at < 0:
            return ""
        _, _, parts, length, _ = END_HOLDS.unpack_from(tail, at)
        if parts > limits.parts or length > limits.list_of_parts:
            return f"holds more than {limits.parts:,} parts"
        file.seek(max(0, packed - len(tail) + at - length))
        unpacked = sum(_sizes(file.read(length)))
    if unpacked > limits.unpacked:
        return f"is larger than {limits.unpacked / 1e6:,.0f} MB once unpacked"
    if unpacked > max(limits.ratio * packed, limits.ratio_counts_from):
        return f"is more than {limits.ratio} times as large once unpacked"
    return ""


def _sizes(listed: bytes) -> list[int]:
    """What each part of a list of parts says that it comes to."""
    sizes, at = [], 0
    while listed[at : at + len(ENTRY)] == ENTRY and at + ENTRY_LENGTH <= len(listed):
        _, size, *lengths = ENTRY_HOLDS.unpack_from(listed, at)
        sizes.append(size)
        at += ENTRY_LENGTH + sum(lengths)
    return sizes
