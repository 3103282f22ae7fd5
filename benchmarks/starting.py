"""How long the program takes to show its help, against a Python that does nothing."""

import subprocess
import sys
from collections.abc import Sequence
from functools import partial

from benchmarks.timing import medians, told

NOTHING = (sys.executable, "-c", "pass")
HELP = (sys.executable, "-c", "from livecompact.cli import main; main()", "--help")
"""What the command livecompact does, wherever it is installed."""


def report(times: int) -> None:
    """Measure and print."""
    run(HELP)  # so that neither has to read its files from the disk first
    taken = medians({"python, nothing": partial(run, NOTHING), "livecompact --help": partial(run, HELP)}, times)
    print(f"\nStart (medians of {times}, in turns)")
    for name, seconds in taken.items():
        print(f"  {name:36}{told(seconds, taken['python, nothing'])}")


def run(command: Sequence[str]) -> None:
    """Run a command to its end."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=60)
