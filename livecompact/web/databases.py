"""From DATABASE_URL to what Django is told of the database."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from livecompact.web import sqlite
from livecompact.web.configuration import Misconfigured

POSTGRESQL = ("postgres", "postgresql")


def database(url: str, folder: Path) -> dict[str, Any]:
    """The database of a site: PostgreSQL where the address says so, else SQLite; none is `site.sqlite3` in the folder.

    Misconfigured where the address is of another kind.

    >>> database("postgresql://ann:a%40b@db.example.org/compact?sslmode=require", Path())["NAME"]
    'compact'
    """
    parts = urlsplit(url)
    if not url:
        return sqlite.database(folder / "site.sqlite3")
    if parts.scheme == "sqlite":
        return sqlite.database(unquote(parts.path))
    if parts.scheme not in POSTGRESQL:
        begins = f"begins with “{parts.scheme}:”" if parts.scheme else "is no address"
        raise Misconfigured(f"DATABASE_URL {begins}. Write postgresql://user:password@host/name, or leave it out.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": False} | dict(parse_qsl(parts.query)),
    }
