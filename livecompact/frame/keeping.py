"""Keeps what was read from the database in memory, exactly as long as the database has not changed.

What is kept stands with the state that the database had before it was read. Every write anywhere, of another process
too, changes that state, and everything kept is thrown away.
"""

import threading
from dataclasses import dataclass, field
from typing import Any

from django.db import connection


@dataclass
class Shelf[Key, Value](threading.local):
    """What one thread has kept, of which state of the database, as seen by which connection."""

    of: Any = None
    state: object = None
    kept: dict[Key, Value] = field(default_factory=dict)

    def now(self) -> dict[Key, Value]:
        """What is kept of the database as it is now; a new dictionary where it has changed.

        Inside a transaction it is new each time and is not kept: what was written there may be taken back.
        """
        if connection.in_atomic_block:
            return {}
        state = _state()
        if connection.connection is not self.of or state != self.state:
            self.of, self.state, self.kept = connection.connection, state, {}
        return self.kept


def _state() -> object:
    """What changes with every write to the database, by this connection or by any other."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        raw: Any = connection.connection
        return raw.execute("PRAGMA data_version").fetchone()[0], raw.total_changes
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return cursor.fetchone()
