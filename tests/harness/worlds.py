"""What a site holds before a test looks at it: written once in each process, by the site's own actions, then copied.

Most tests begin with the same few sites: both Compacts, some organisations, some records. To write one takes a quarter
of a second, to put its rows back a hundredth. The rows are those that the actions wrote, byte for byte.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from django.db import connection, transaction

type Prepare = Callable[[pytest.MonkeyPatch], object]
type Rows = list[tuple[object, ...]]

KINDS = """
SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) != 'sqlite_'
"""
"""The tables that hold rows of their own: an index of words is none, its triggers fill it."""


@dataclass(frozen=True)
class World:
    """The rows that one preparation wrote, and what it patched.

    begins   the tables that held something before it: only where the same hold something is it put back
    rows     of each table that it filled: its columns, and its rows
    patches  the calls of pytest's `monkeypatch`, in order
    """

    begins: frozenset[str]
    rows: dict[str, tuple[list[str], Rows]]
    patches: list[tuple[str, tuple[Any, ...], dict[str, Any]]]


@dataclass(frozen=True)
class _Noting:
    """A `monkeypatch` that keeps in mind what it was told."""

    patch: pytest.MonkeyPatch
    told: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def noted(*given: Any, **named: Any) -> Any:
            self.told.append((name, given, named))
            return getattr(self.patch, name)(*given, **named)

        return noted


KEPT: dict[Hashable, World | None] = {}  # None: it changes rows that were there before, so it is written each time


def lay_out(prepare: Prepare, patch: pytest.MonkeyPatch, *, name: Hashable = None) -> None:
    """Prepare a site, or put back the rows of the last time; `name` tells apart what one function can prepare.

    On PostgreSQL it is prepared each time: a number that was given is not given again there.
    """
    key = name or prepare
    if connection.vendor != "sqlite":
        prepare(patch)
        return
    begins = _filled()
    world = KEPT.get(key)
    if world and world.begins == begins:
        _put_back(world, patch)
    elif key in KEPT:
        prepare(patch)
    else:
        KEPT[key] = _made(prepare, patch, begins)


def _made(prepare: Prepare, patch: pytest.MonkeyPatch, begins: frozenset[str]) -> World | None:
    before = {table: _rows(table) for table in begins}
    noting = _Noting(patch)
    prepare(cast(pytest.MonkeyPatch, noting))
    if any(_rows(table) != rows for table, rows in before.items()):
        return None
    return World(begins, {table: _rows(table) for table in _filled() - begins}, noting.told)


def _put_back(world: World, patch: pytest.MonkeyPatch) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, rows) in world.rows.items():
            named, places = ", ".join(f'"{column}"' for column in columns), ", ".join(["%s"] * len(columns))
            cursor.executemany(f'INSERT INTO "{table}" ({named}) VALUES ({places})', rows)
    for name, given, named_too in world.patches:
        getattr(patch, name)(*given, **named_too)


def _filled() -> frozenset[str]:
    with connection.cursor() as cursor:
        cursor.execute(KINDS)
        asked = " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for (table,) in cursor.fetchall()
        )
        cursor.execute(asked)
        return frozenset(table for (table,) in cursor.fetchall())


def _rows(table: str) -> tuple[list[str], Rows]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
        columns = [column[0] for column in cursor.description]
        # A plus makes it an expression, which no driver turns into a date or a number of another kind.
        cursor.execute(f'SELECT {", ".join(f'+"{column}"' for column in columns)} FROM "{table}"')
        return columns, list(cursor.fetchall())
