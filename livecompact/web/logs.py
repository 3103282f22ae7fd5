"""Logs as one line of JSON each, for machines to read; no line holds a query string."""

import json
import logging
import time
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
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def milliseconds_since(start: float) -> int:
    """How long it took since `time.perf_counter()` gave `start`."""
    return round((time.perf_counter() - start) * 1000)
