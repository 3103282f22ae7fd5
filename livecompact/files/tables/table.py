"""A file as a table, whatever its form: its headings, and its rows as they come."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Protocol

type Tick = Callable[[float], None]
"""Told what share of a file is done, from 0 to 1."""
TICK_EVERY = 5_000
"""How many rows lie between two tellings."""


class Table(Protocol):
    """One file to read as rows under headings; `in_records` where it has records instead of a spreadsheet's rows."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of its columns."""

    @property
    def in_records(self) -> bool:
        """Whether a row is a record, told by its number, instead of a row of a spreadsheet."""

    def notes(self, used: Collection[str]) -> tuple[str, ...]:
        """What is to be told of how it is read where these headings are used, each as one sentence."""

    def rows(self, tick: Tick) -> Iterator[tuple[int, Sequence[str]]]:
        """Each row with its number as a spreadsheet shows it, blank ones too."""
