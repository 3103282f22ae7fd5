"""The worker: sends what is due, one mail after the other, until it is told to stop.

As many may run as are wanted. Each holds one notice at a time; whatever happens to it, the notice is taken up again.
"""

import logging
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Event

from django.db import DatabaseError, close_old_connections
from django.utils.timezone import localtime

from livecompact.record import actions, sending, sweeping
from livecompact.record.actions.outbox import LEASE

log = logging.getLogger("livecompact.record")

PAUSE = 2.0  # seconds between two looks at an empty outbox
AFTER_A_FAULT = 10.0
SWEEP = timedelta(seconds=20)  # between two looks for news that somebody follows
OPENS, CLOSES = 8, 18  # hours of the day between which mail goes that nobody waits for

type Now = Callable[[], datetime]


def run(
    *,
    now: Now,
    stop: Event,
    once: bool = False,
    any_hour: bool = False,
    lease: timedelta = LEASE,
    pause: float = PAUSE,
) -> int:
    """Send until `stop` is set or, with `once`, until nothing is due; how many notices were dealt with.

    By night only what somebody waits for goes, unless `any_hour` says otherwise.
    """
    name, done, swept = secrets.token_hex(8), 0, datetime.min.replace(tzinfo=UTC)
    while not stop.is_set():
        try:
            if now() >= swept + SWEEP:
                sweeping.sweep(at=(swept := now()))
            worked = deliver_next(worker=name, at=now(), now=now, any_hour=any_hour, lease=lease)
        except DatabaseError as problem:
            if once:
                raise
            log.error("the worker cannot reach the database", extra={"about": {"problem": type(problem).__name__}})  # noqa: TRY400 (its message may hold what was asked)
            close_old_connections()
            stop.wait(AFTER_A_FAULT)
            continue
        done += worked
        if not worked and once:
            break
        if not worked:
            close_old_connections()
            stop.wait(pause)
    return done


def deliver_next(*, worker: str, at: datetime, now: Now, any_hour: bool = False, lease: timedelta = LEASE) -> bool:
    """Send the one notice that is due longest; False where none is due."""
    notice = actions.claim(worker=worker, at=at, only_urgent=not (any_hour or in_hours(at)), lease=lease)
    if notice is None:
        return False
    sending.send(notice=notice, at=now())
    return True


def in_hours(at: datetime) -> bool:
    """Whether it is between 8am and 6pm where the site is.

    >>> from datetime import UTC
    >>> in_hours(datetime(2027, 6, 1, 7, tzinfo=UTC)), in_hours(datetime(2027, 6, 1, 17, tzinfo=UTC))
    (True, False)
    """
    return OPENS <= localtime(at).hour < CLOSES
