"""Sends a mail after the answer: how long an answer takes must not tell whether an address is known."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from functools import cache

from django.conf import settings

log = logging.getLogger("livecompact.mail")

A_MOMENT = 0.3
"""Seconds until a mail is begun. Composing it at once would share the processor with the answer, and slow it down."""


@cache
def _senders() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="mail")


def later(send: Callable[[], object]) -> Future[None]:
    """Do that soon, without waiting for it. A mail that fails is logged; whoever waits for a code asks again."""
    if settings.SEND_LATER:
        return _senders().submit(copy_context().run, _tried, send, time.monotonic() + A_MOMENT)
    sent: Future[None] = Future()
    _tried(send)
    sent.set_result(None)
    return sent


def _tried(send: Callable[[], object], not_before: float = 0) -> None:
    time.sleep(max(0, not_before - time.monotonic()))
    try:
        send()
    except Exception:
        log.exception("a mail was not sent")
