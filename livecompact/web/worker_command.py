"""`livecompact worker`: sends the mails that are due, until it is told to stop."""

import logging
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from threading import Event
from types import FrameType

from django.db import DatabaseError

from livecompact.web.configuration import Misconfigured
from livecompact.web.starting_up import NoSite, open_site

log = logging.getLogger("livecompact.record")

DONE, CANNOT_RUN = 0, 2


def run(*, once: bool, any_hour: bool, now: Callable[[], datetime]) -> int:
    """Send what is due, once or until a signal to stop comes; the mail that is under way is brought to its end."""
    try:
        site = open_site()
        stop = _stops()
        from livecompact.record import worker  # noqa: PLC0415 (it has tables, so only after django.setup)

        log.info("worker started", extra={"about": {"mail": site.mail.partition(":")[0], "once": once}})
        done = worker.run(now=now, stop=stop, once=once, any_hour=any_hour)
    except (NoSite, Misconfigured, DatabaseError) as problem:
        print(problem, file=sys.stderr, flush=True)  # noqa: T201 (the terminal is who it speaks to)
        return CANNOT_RUN
    log.info("worker stopped", extra={"about": {"done": done}})
    return DONE


def _stops() -> Event:
    """Set by Ctrl-C, and by the signal with which a system stops its programs."""
    stop = Event()

    def told(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, told)
    signal.signal(signal.SIGINT, told)
    return stop
