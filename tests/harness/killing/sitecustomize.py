"""Kills the process that it is imported into at a named point of its next write: python imports it by itself.

A test puts the folder of this file on PYTHONPATH, and the name of a point into the file that KILL_AT names. The process
takes the file away and kills itself there as SIGKILL does: nothing is closed, and nothing is said.
"""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

STATEMENTS = {
    "signature": 'INSERT INTO "register_signature"',
    "entry": 'INSERT INTO "record_entry"',
    "texts": 'INSERT INTO "record_entrytext"',
    "chain": 'UPDATE "record_chain"',
    "notice": 'INSERT INTO "record_notice"',
}
HELD = {"wrote": False}


def die_at(point: str) -> None:
    """Kill this process, where the test asks for it at this point."""
    asked = Path(os.environ["KILL_AT"])
    if asked.exists() and asked.read_text() == point:
        asked.unlink()
        os.kill(os.getpid(), signal.SIGKILL)


def _statement(execute: Callable[..., Any]) -> Callable[..., Any]:
    def executed(self: Any, sql: Any, params: Any = None) -> Any:
        name = next((name for name, begins in STATEMENTS.items() if str(sql).startswith(begins)), "")
        if not name:
            return execute(self, sql, params)
        HELD["wrote"] = HELD["wrote"] or name == "signature"
        die_at(f"before {name}")
        done = execute(self, sql, params)
        die_at(f"after {name}")
        return done

    return executed


def _around(name: str, act: Callable[..., Any], *, over: bool = False) -> Callable[..., Any]:
    """Points before and after something that follows the write itself; `over` where nothing comes after it."""

    def done(*given: Any, **named: Any) -> Any:
        if HELD["wrote"] and not over:
            die_at(f"before {name}")
        answer = act(*given, **named)
        if HELD["wrote"]:
            die_at(f"after {name}")
            HELD["wrote"] = not over
        return answer

    return done


if "KILL_AT" in os.environ:
    from django.core.handlers.wsgi import WSGIHandler
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.utils import CursorWrapper

    CursorWrapper.execute = _statement(CursorWrapper.execute)  # type: ignore[method-assign]
    BaseDatabaseWrapper._commit = _around("commit", BaseDatabaseWrapper._commit)  # type: ignore[attr-defined] # noqa: SLF001
    WSGIHandler.__call__ = _around("answer", WSGIHandler.__call__, over=True)  # type: ignore[method-assign]
