"""What a site holds before a test looks at it: written once in each process, by the site's own actions, then copied.

Most tests begin with the same few sites: both Compacts, some organisations, some records. To write one takes a quarter
of a second, to put its rows back a hundredth. The rows are those that the actions wrote, byte for byte.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

import pytest
from django.db import connection, transaction

type Prepare = Callable[[pytest.MonkeyPatch], object]
type Rows = list[Any]

TABLES = {
    "sqlite": "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}
"""The tables that hold rows of their own: an index of words is none, its triggers fill it."""
MADE_WITH_THE_TABLES = {"django_migrations", "django_content_type", "auth_permission"}
COLUMNS = {
    "sqlite": "SELECT name FROM pragma_table_info('{}')",
    "postgresql": "SELECT column_name FROM information_schema.columns"
    " WHERE table_schema = 'public' AND table_name = '{}' AND is_generated = 'NEVER'",
}


@dataclass(frozen=True)
class World:
    """The rows that one preparation wrote, and what it patched.

    begins   the tables that held something before it: only where the same hold something is it put back
    rows     of each table that it filled
    patches  the calls of pytest's `monkeypatch`, in order
    """

    begins: frozenset[str]
    rows: dict[str, Rows]
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

    The rows keep their numbers. None is given twice: SQLite takes back what a test used up, PostgreSQL never does.
    """
    key = prepare if name is None else name
    begins = _filled()
    world = KEPT.get(key)
    if world and world.begins == begins:
        _put_back(world, patch)
    elif key in KEPT:
        prepare(patch)
    else:
        KEPT[key] = _made(prepare, patch, begins)


def empty(*_given: object) -> None:
    """Delete every row that a test committed, the kept pages and counts of the cache too.

    Django's own way empties each table, full or not, and works out content types and permissions anew: that took a
    seventh of a second a test. Those it leaves as they were made.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        for table in sorted(_filled() - MADE_WITH_THE_TABLES):
            cursor.execute(f'DELETE FROM "{table}"')


def _made(prepare: Prepare, patch: pytest.MonkeyPatch, begins: frozenset[str]) -> World | None:
    before = {table: _rows(table) for table in begins}
    noting = _Noting(patch)
    prepare(cast(pytest.MonkeyPatch, noting))
    if any(_rows(table) != rows for table, rows in before.items()):
        return None
    return World(begins, {table: _rows(table) for table in _filled() - begins}, noting.told)


def _put_back(world: World, patch: pytest.MonkeyPatch) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in world.rows.items():
            columns = _columns(table)
            named, places = ", ".join(columns), ", ".join(["%s"] * len(columns))
            if connection.vendor == "sqlite":
                cursor.executemany(f'INSERT INTO "{table}" ({named}) VALUES ({places})', rows)
            else:
                parts = ", ".join(f"(read).{column}" for column in columns)
                read = f'SELECT row::"{table}" AS read FROM unnest(%s::text[]) AS row OFFSET 0'  # each is read once
                cursor.execute(f'INSERT INTO "{table}" ({named}) SELECT {parts} FROM ({read}) AS rows', [rows])
    for name, given, named_too in world.patches:
        getattr(patch, name)(*given, **named_too)


def _filled() -> frozenset[str]:
    each = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in _tables())
    return frozenset(table for (table,) in _asked(" UNION ALL ".join(each)))


def _rows(table: str) -> Rows:
    """Its rows as the database itself keeps or writes them, so that no driver makes a date or a number of them."""
    if connection.vendor != "sqlite":
        return [row for (row,) in _asked(f'SELECT each::text FROM "{table}" AS each ORDER BY 1')]
    parts = ", ".join(f"+{column}" for column in _columns(table))  # with a plus it is no column, and has no type
    return _asked(f'SELECT {parts} FROM "{table}"')


@cache  # PostgreSQL takes milliseconds to name them, and they stay the same from test to test
def _tables() -> list[str]:
    return [table for (table,) in _asked(TABLES[connection.vendor])]


@cache
def _columns(table: str) -> list[str]:
    """The names of its columns, without those that the database works out by itself."""
    return [f'"{name}"' for (name,) in _asked(COLUMNS[connection.vendor].format(table))]


def _asked(query: str) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())
