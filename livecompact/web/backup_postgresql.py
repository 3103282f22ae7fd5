"""Copies of a site on PostgreSQL, by its own programs pg_dump and pg_restore."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from django.db import connection, transaction

from livecompact.web.backup_archive import Refused

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"


def make_copy(copy: Path, url: str) -> Mapping[str, int]:
    """Copy the database of that address; how many rows each table has in just that copy. Writers go on meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        seen = cursor.fetchone()[0]
        _run(url, "pg_dump", "--format=custom", "--no-owner", f"--snapshot={seen}", f"--file={copy}")
        return rows()


def look_through(copy: Path) -> None:
    """Refused where a copy cannot be read to its end; what is in its rows shows only when it is put back."""
    _done(["pg_restore", f"--file={os.devnull}", str(copy)], {})


def rows() -> Mapping[str, int]:
    """How many rows each table of the site's database has."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        names = [name for (name,) in cursor.fetchall()]
        return {name: _count(name) for name in names}


def put(copy: Path, url: str, tables: Mapping[str, int]) -> None:
    """Put a copy into an empty database, whole or not at all; Refused where it is not empty, or rows are missing."""
    if rows():
        raise Refused("The database has tables already. Make an empty one and let DATABASE_URL name it.")
    _run(url, "pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", str(copy))
    if rows() != tables:
        raise Refused("The database has other rows than the manifest says. Drop it, and use another backup.")


def _count(name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")  # noqa: S608 (the table's own name)
        return int(cursor.fetchone()[0])


def _run(url: str, program: str, *arguments: str) -> None:
    """Run a program on the database; the password goes by the environment, where nobody else sees it."""
    address, password = _without_password(url)
    given = {"PGPASSWORD": password} if password else {}
    _done([program, f"--dbname={address}", "--no-password", *arguments], given)


def _done(command: list[str], given: Mapping[str, str]) -> None:
    program = command[0]
    try:
        done = subprocess.run(command, env=os.environ | given, capture_output=True, text=True, check=False)  # noqa: S603 (ours)
    except FileNotFoundError:
        hint = (
            "Install PostgreSQL's client, of the server's version or newer (on Debian: apt install postgresql-client)."
        )
        raise Refused(f"{program} is not here. {hint}") from None
    if done.returncode:
        raise Refused(f"{program} did not manage: {(done.stderr.strip().splitlines() or ['it says nothing'])[0]}")


def _without_password(url: str) -> tuple[str, str]:
    """The address of a database as anyone may see it, and the password that was in it.

    >>> _without_password("postgresql://ann:a%40b@db.example.org/compact?sslmode=require")
    ('postgresql://ann@db.example.org/compact?sslmode=require', 'a@b')
    """
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    options = dict(parse_qsl(parts.query))
    password = options.pop("password", unquote(parts.password or ""))
    asked = f"?{urlencode(options)}" if options else ""
    return f"{parts.scheme}://{user.partition(':')[0]}{at}{host}{parts.path}{asked}", password
