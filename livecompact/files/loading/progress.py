"""How far the reading of some files has come, in bytes on disk."""

from collections.abc import Callable

from livecompact.files.tables.table import Tick

type Progress = Callable[[int, int], None]
"""Told how many bytes are done, and of how many."""


class Meter:
    """Bytes done of all files together, told on when they have grown by a hundredth."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._before, self._told = progress, total, 0, 0

    def part(self, size: int, start: float = 0.0, end: float = 1.0) -> Tick:
        """What a part of the reading of a file of so many bytes tells, from one share of it to another."""

        def tick(share: float) -> None:
            self._tell(self._before + round(size * (start + (end - start) * min(share, 1.0))))

        return tick

    def file_is_done(self, size: int) -> None:
        """Count a file of so many bytes as done."""
        self._before += size
        self._tell(self._before)

    def _tell(self, done: int) -> None:
        if self._progress and (done - self._told > self._total / 100 or done == self._total != self._told):
            self._told = done
            self._progress(done, self._total)
