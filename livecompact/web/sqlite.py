"""The one door to SQLite: which library opens a site's database, and how.

Two things are at stake. SQLite before 3.51.3 can lose or damage data in WAL mode when two processes write, so an older
one gets the rollback journal. And two SQLite libraries on one file drop each other's locks, so nothing else in this
program opens, copies or hashes the live file: backups and checks run on a copy that VACUUM INTO made.
"""

import importlib
import sqlite3
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

WAL_IS_SAFE_FROM = (3, 51, 3)
WAL_IS_SAFE_IN = ((3, 44, 6), (3, 50, 7))  # the mend was carried back to these lines

LIMITS = {2: 2_000, 9: 32_766}  # SQLITE_LIMIT_COLUMN and SQLITE_LIMIT_VARIABLE_NUMBER, as SQLite sets them

type Version = tuple[int, ...]


def use_newest() -> None:
    """Let `import sqlite3` give the newer of the interpreter's SQLite and pysqlite3, before Django opens one."""
    newest = _newest()
    if newest is sqlite3:
        return
    for name, number in (("SQLITE_LIMIT_COLUMN", 2), ("SQLITE_LIMIT_VARIABLE_NUMBER", 9)):
        if not hasattr(newest, name):
            setattr(newest, name, number)
    sys.modules["sqlite3"] = newest
    sys.modules["sqlite3.dbapi2"] = importlib.import_module(f"{newest.__name__}.dbapi2")


def version() -> Version:
    """The version of the SQLite that Django uses.

    >>> version() >= (3, 37, 0)
    True
    """
    return tuple(int(part) for part in _in_use().sqlite_version.split("."))


def wal_is_safe(number: Version) -> bool:
    """Whether two processes may write in WAL mode with that version.

    >>> wal_is_safe((3, 40, 1)), wal_is_safe((3, 50, 7)), wal_is_safe((3, 51, 2)), wal_is_safe((3, 53, 4))
    (False, True, False, True)
    """
    same_line = [mended for mended in WAL_IS_SAFE_IN if number[:2] == mended[:2]]
    return number >= (same_line[0] if same_line else WAL_IS_SAFE_FROM)


def database(path: Path | str) -> dict[str, Any]:
    """What Django needs to open that file: write locks taken at once, every commit on the disk, keys enforced."""
    journal = "wal" if wal_is_safe(version()) else "delete"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "factory": connection_class(),
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON",
        },
    }


def connection_class() -> type[Any]:
    """The connection of the library in use, with the `getlimit` that Django asks for and pysqlite3 lacks."""
    base: type[Any] = _in_use().Connection
    return base if hasattr(base, "getlimit") else type("Connection", (base,), {"getlimit": _getlimit})


def _getlimit(_connection: Any, category: int) -> int:
    return LIMITS[category]


def _in_use() -> Any:
    return sys.modules["sqlite3"]


def _newest() -> ModuleType:
    try:
        other = importlib.import_module("pysqlite3")
    except ImportError:
        return sqlite3
    return max(sqlite3, other, key=lambda module: tuple(int(part) for part in module.sqlite_version.split(".")))
