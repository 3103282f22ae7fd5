import io
import subprocess
import sys

import pytest

from livecompact.files.report.progress_bar import progress


class Clock:
    """A clock that goes on by a second each time it is asked."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_short_work_says_nothing():
    stream = io.StringIO()

    with progress("Reading", stream, clock=Clock(0.001)) as told:
        for done in range(101):
            told(done, 100)

    assert stream.getvalue() == ""


def test_long_work_says_a_line_for_every_tenth():
    stream = io.StringIO()

    with progress("Reading", stream, clock=Clock(1)) as told:
        for done in range(1001):
            told(done, 1000)

    assert stream.getvalue().splitlines() == [f"Reading: {tenth}0% done" for tenth in range(1, 11)]


def test_work_of_no_size_is_no_trouble():
    stream = io.StringIO()

    with progress("Reading", stream, clock=Clock(1)) as told:
        told(0, 0)

    assert stream.getvalue() == ""


def test_on_a_terminal_a_bar_is_drawn_and_taken_away(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()

    with progress("Reading", stream, clock=Clock(1)) as told:
        told(50, 100)
        told(100, 100)

    assert "Reading" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")


def test_on_a_terminal_that_cannot_draw_there_are_lines(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()

    with progress("Reading", stream, clock=Clock(1)) as told:
        told(50, 100)

    assert stream.getvalue() == "Reading: 50% done\n"


def test_a_bar_that_was_never_drawn_is_not_taken_away(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()

    def stopped_at_once() -> None:
        with progress("Reading", stream, clock=Clock(0.001)) as told:
            told(1, 100)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped_at_once()

    assert stream.getvalue() == ""


def test_the_library_that_draws_is_loaded_only_when_a_bar_is_drawn():
    script = "import sys; import livecompact.files.check_command; sys.exit('rich' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
