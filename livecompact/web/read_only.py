"""The site while it cannot write: everything can be read, and whoever sends something is told that it was not kept.

Two things make it so: less room on the disk than must stay free (`space`), and a database that refuses a write. Both
are asked anew for each write, so the site writes again by itself once they are gone.
"""

import errno
import logging
import re
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from livecompact.web import space

READS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

REFUSES = re.compile(
    r"database or disk is full|disk I/O error|readonly database|read-only transaction|No space left|disk full",
    re.IGNORECASE,
)
"""What SQLite and PostgreSQL say when they cannot write, though they can be read."""

log = logging.getLogger("livecompact.read_only")


class ReadOnly:
    """Refuses what would write while the disk is short of room, before anything of it is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """503 for a write while there is no room; else the response as it is."""
        if request.method in READS or not space.short(settings.SITE):
            return self.get_response(request)
        log.error("the disk is short of room: nothing is written")
        return page()


def refused(problem: BaseException | None) -> bool:
    """Whether a database, or the disk, refused a write that it would take with room, or with the right to write.

    >>> refused(DatabaseError("database or disk is full")), refused(DatabaseError("no such table: x"))
    (True, False)
    """
    if isinstance(problem, OSError):
        return problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
    return isinstance(problem, DatabaseError) and REFUSES.search(str(problem)) is not None


def page() -> HttpResponse:
    """503 with what still works; drawn without asking who is signed in."""
    response = render(None, "web/read_only.jinja", status=503)
    response["Retry-After"] = "60"
    return response
