"""Sends a mail after the answer: how long an answer takes must not tell whether an address is known."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

from django.conf import settings

log = logging.getLogger("livecompact.mail")


@cache
def _senders() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="mail")


def later(send: Callable[[], object]) -> Future[None]:
    """Do that soon, without waiting for it. A mail that fails is logged; whoever waits for a code asks again."""
    if settings.SEND_LATER:
        return _senders().submit(_tried, send)
    sent: Future[None] = Future()
    _tried(send)
    sent.set_result(None)
    return sent


def _tried(send: Callable[[], object]) -> None:
    try:
        send()
    except Exception:
        log.exception("a mail was not sent")
