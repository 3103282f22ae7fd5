"""The cache that counts tries to sign in: Django's own in the database, but one that tells when nothing can be kept."""

from typing import Any
from uuid import uuid4

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connection, transaction

PROBE = "livecompact: can anything be kept?"


class CountingCache(DatabaseCache):
    """Django's passes over a database that refuses a write; a person would then be told of too many tries instead."""

    def _base_set(self, mode: str, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT) -> bool:
        """Whether it was kept. Where it was not, a write of no meaning shows why: DatabaseError if none is taken."""
        kept: bool = super()._base_set(mode, key, value, timeout)  # type: ignore[misc]
        if not kept and mode != "touch":
            _prove(connection.ops.quote_name(self._table))  # type: ignore[attr-defined]
        return kept


def _prove(table: str) -> None:
    """Write a row and take it away again. Each has a name of its own: many may ask at once."""
    probe = f"{PROBE} {uuid4()}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (cache_key, value, expires) VALUES (%s, '', '2000-01-01')",  # noqa: S608 (our own table)
            [probe],
        )
        cursor.execute(f"DELETE FROM {table} WHERE cache_key = %s", [probe])  # noqa: S608 (as above)
