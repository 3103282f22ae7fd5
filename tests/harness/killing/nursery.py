"""Starts the site's commands out of a process that has read its code already, so that hundreds of starts take minutes.

It is run as `python nursery.py LOG`. For each line that it is given, the arguments of one command, it forks a process
that runs `livecompact` with them in a group of its own, and says its number. What is killed is that group; only the
reading of the code is not done anew. Nothing of the database is open when it forks.
"""

import json
import multiprocessing
import os
import signal
import sys
from http import HTTPStatus
from importlib import import_module
from urllib.parse import urlsplit

from django.core.checks import run_checks
from django.db import connections
from django.test import Client

from livecompact.cli import app
from livecompact.web import commands
from livecompact.web.starting_up import open_site

READ_FIRST = ("granian", "livecompact.web.urls", "livecompact.record.worker")


def read_code() -> None:
    """Import what serving and sending need, collect the files that never change, and draw one page."""
    open_site()
    for module in READ_FIRST:
        import_module(module)
    run_checks()
    commands._collect()  # noqa: SLF001 (done once, for all that are started here)
    commands._collect = lambda: None  # noqa: SLF001
    host = urlsplit(os.environ["LIVECOMPACT_ADDRESS"]).netloc
    assert Client(headers={"host": host}).get("/hertfordshire").status_code == HTTPStatus.OK
    connections.close_all()


def run(arguments: list[str], log: str) -> None:
    """Be the command: leave the group of this process, write to the log, and end with the command's exit code."""
    os.setsid()
    told = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    for number in (1, 2):
        os.dup2(told, number)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    app(arguments, prog_name="livecompact")


def main() -> None:
    """Start what is asked for, until nobody asks any more."""
    multiprocessing.set_start_method("fork")  # so that the processes of the server need not read the code either
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for what was killed
    read_code()
    for line in sys.stdin:
        if number := os.fork():
            print(number, flush=True)  # noqa: T201 (how it answers)
        else:
            run(json.loads(line), sys.argv[1])


if __name__ == "__main__":
    main()
