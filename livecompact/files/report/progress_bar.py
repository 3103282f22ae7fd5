"""How far long work has come: a bar on a terminal, elsewhere one line every tenth; nothing for short work."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from livecompact.files.loading.progress import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Drawn
    from rich.progress import TaskID

SOON = 1.0
"""Work that ends within so many seconds says nothing."""


@contextmanager
def progress(says: str, stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> Iterator[Progress]:
    """A function to tell progress with: how much is done, of how much."""
    started = clock()
    shown = Bar(says, stream) if _draws(stream) else Lines(says, stream)

    def report(done: int, total: int) -> None:
        if clock() - started >= SOON:
            shown.show(done, total)

    try:
        yield report
    finally:
        shown.end()


@dataclass
class Lines:
    """A line for every tenth that is done."""

    says: str
    stream: TextIO
    tenths: int = 0

    def show(self, done: int, total: int) -> None:
        """Write a line, where another tenth is done."""
        tenths = min(10, 10 * done // total) if total else 0
        if tenths > self.tenths:
            self.tenths = tenths
            print(f"{self.says}: {tenths * 10}% done", file=self.stream, flush=True)

    def end(self) -> None:
        """Leave the lines as they are."""


@dataclass
class Bar:
    """A bar that goes away when the work is done; its library is loaded only when it is drawn."""

    says: str
    stream: TextIO
    drawn: "tuple[Drawn, TaskID] | None" = None

    def show(self, done: int, total: int) -> None:
        """Draw it, or move it on."""
        if self.drawn is None:
            self.drawn = self._draw()
        bar, task = self.drawn
        bar.update(task, completed=done, total=total)

    def end(self) -> None:
        """Take it away."""
        if self.drawn:
            self.drawn[0].stop()

    def _draw(self) -> "tuple[Drawn, TaskID]":
        from rich.console import Console  # noqa: PLC0415 (it loads slowly, and most work needs no bar)
        from rich.progress import Progress as Drawn  # noqa: PLC0415

        bar = Drawn(console=Console(file=self.stream), transient=True)
        task = bar.add_task(self.says)
        bar.start()
        return bar, task


def _draws(stream: TextIO) -> bool:
    """Whether a bar can be drawn: on a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"
