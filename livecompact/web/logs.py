"""Logs as one line of JSON each, for machines to read; no line holds a query string, or the words of an exception."""

import json
import logging
import time
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any


class Json(logging.Formatter):
    """Level, place, message, and what a caller gave as `extra={"about": {...}}`.

    Where Django speaks of a request its words are left out: they hold the address, and that what somebody typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": "request failed" if hasattr(record, "request") else record.getMessage(),
        }
        line |= getattr(record, "about", {})
        if record.exc_info and record.exc_info[1]:
            line["trace"] = trace(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def trace(exception: BaseException) -> str:
    """Where an exception came from and of what type it is, and those before it; never its words.

    These may hold what somebody typed: PostgreSQL quotes the whole row that it refuses.
    """
    told: list[str] = []
    for each in reversed(list(_chain(exception))):
        told += traceback.format_tb(each.__traceback__)
        code = getattr(each, "sqlite_errorname", None) or getattr(each, "sqlstate", None)  # the database's own name
        told.append(f"{type(each).__module__}.{type(each).__qualname__}" + (f" ({code})" if code else "") + "\n")
    return "".join(told)


def _chain(exception: BaseException | None) -> Iterator[BaseException]:
    """An exception, what caused it or came before it, and so on."""
    while exception is not None:
        yield exception
        exception = exception.__cause__ or (None if exception.__suppress_context__ else exception.__context__)


def milliseconds_since(start: float) -> int:
    """How long it took since `time.perf_counter()` gave `start`."""
    return round((time.perf_counter() - start) * 1000)
