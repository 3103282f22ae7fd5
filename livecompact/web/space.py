"""How much room the site's disk has, and how much it must keep free to stay able to write what it accepted."""

import shutil
from pathlib import Path

from livecompact.web.configuration import Configuration
from livecompact.web.starting_up import database_file

SMALLEST_WAL = 4_096 * 1_000  # bytes: what SQLite lets it grow to before it takes it into the file
MEGABYTE = 1_000_000


def needed(site: Configuration) -> int:
    """The bytes to keep free: the write-ahead log twice, one copy (VACUUM INTO), and what the site sets aside.

    A disk that fills up may stay stuck below that. On PostgreSQL, whose disk is its own affair, only what is set aside.
    """
    file = database_file(site)
    if file is None:
        return site.spare * MEGABYTE
    wal = file.with_name(f"{file.name}-wal")
    return 2 * max(SMALLEST_WAL, _size(wal)) + _size(file) + site.spare * MEGABYTE


def free(site: Configuration) -> int:
    """The bytes that are free where the site keeps its things."""
    file = database_file(site)
    return shutil.disk_usage(file.parent if file else site.folder).free


def short(site: Configuration) -> bool:
    """Whether less is free than must be; asked anew for each write, so that freeing space is all that mends it."""
    return free(site) < needed(site)


def _size(file: Path) -> int:
    """How large a file is by its entry in the folder: nothing opens it."""
    return file.stat().st_size if file.exists() else 0
