"""One of our own commands in a child process with limits: the site never reads itself what somebody sent.

The child gets a folder of its own, no setting or secret of the site, and so much time and memory and no more.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Seconds by the clock and of a processor, bytes of memory, and bytes of one file that it writes.

    What is mapped from files, such as the code of libraries, comes on top of the memory: some 50 MB.
    """

    seconds: int
    computing: int
    memory: int
    output: int


class TookTooLong(Exception):
    """The child was stopped: it had had its time."""


# The child limits itself before it imports anything: a thread of a server may not do that for it. The stack of a thread
# counts as memory before anything is in it, and an engine starts one for each processor. Where a kernel counts no data,
# the room for addresses still ends.
CHILD = """
import os, runpy
stacks = 8 * 1024**2 * (os.cpu_count() or 1)
try:
    import resource
except ImportError:
    pass
else:
    limits = {{"DATA": {memory} + stacks, "AS": 2 * 1024**3, "CPU": {computing}, "FSIZE": {output}, "CORE": 0}}
    for what, most in limits.items():
        resource.setrlimit(getattr(resource, "RLIMIT_" + what), (most, most))
runpy.run_module("livecompact", run_name="__main__", alter_sys=True)
"""


def run(folder: Path, *arguments: str, limits: Limits, to: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What one command says and how it ends, in a folder; with `to` its answer goes into that file.

    TookTooLong where it was stopped.
    """
    environment = {"HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", "COLUMNS": "76"}
    with (to or Path("/dev/null")).open("wb" if to else "rb") as out:
        try:
            return subprocess.run(  # noqa: S603 (our own command; a file's name is ours too)
                [sys.executable, "-I", "-X", "utf8", "-c", CHILD.format(**vars(limits)), *arguments],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=out if to else subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                timeout=limits.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as slow:
            raise TookTooLong from slow
