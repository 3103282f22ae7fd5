"""Copies of a site on SQLite: made by VACUUM INTO through the site's own door, and looked at before they are trusted.

The live file is never copied or hashed: a plain copy can pass every check and still lack the newest rows.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection

from livecompact.web import sqlite
from livecompact.web.backup_archive import Refused, settle

OWN = "sqlite_"  # the tables of SQLite itself


def make_copy(copy: Path) -> None:
    """Copy the site's database as it is at this moment; writers go on meanwhile. Refused where there is no room."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
    except DatabaseError as error:
        raise Refused(
            f"The database could not be copied: {error}. `livecompact doctor` looks for the cause."
        ) from error


def rows(copy: Path) -> Mapping[str, int]:
    """How many rows each table of a copy has."""
    with _opened(copy) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 (the table's own name)
            for name in sorted(names)
            if not name.startswith(OWN)
        }


def look_through(copy: Path, tables: Mapping[str, int]) -> None:
    """Refused where a copy is damaged, where a row points to one that is gone, or where rows are missing."""
    with _opened(copy) as database:
        found = [says for (says,) in database.execute("PRAGMA integrity_check")]
        lost = database.execute("PRAGMA foreign_key_check").fetchall()
    if found != ["ok"]:
        raise Refused(f"The copy is damaged: {found[0]}. Use another backup.")
    if lost:
        raise Refused(f"In table {lost[0][0]} a row points to one of {lost[0][2]} that is gone. Use another backup.")
    if tables != (there := rows(copy)):
        raise Refused(_told(tables, there))


def put(copy: Path, place: Path) -> None:
    """Make a copy that was looked through the database of a site."""
    copy.chmod(0o600)
    settle(copy, place)


def _told(tables: Mapping[str, int], there: Mapping[str, int]) -> str:
    name = next(name for name in sorted({*tables, *there}) if tables.get(name) != there.get(name))
    has, should = there.get(name, "none"), tables.get(name, "none")
    return f"Table {name} has {has} rows; the manifest says {should}. Use another backup."


@contextmanager
def _opened(copy: Path) -> Iterator[Any]:
    """A copy, open for reading only, by the SQLite that the site uses."""
    database = sqlite.connection_class()(f"{copy.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        yield database
    except database.DatabaseError as error:
        raise Refused(f"The copy is no database that can be read: {error}. Use another backup.") from error
    finally:
        database.close()
