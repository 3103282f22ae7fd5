"""`livecompact backup` and `restore`: the whole database of a site as one file that proves itself, and back."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError, connection

from livecompact import __version__
from livecompact.web import backup_postgresql, backup_sqlite, configuration, sqlite
from livecompact.web.backup_archive import Manifest, Refused, manifest_of, pack, settle, unpack
from livecompact.web.configuration import Configuration, Misconfigured
from livecompact.web.secret import NAME as KEY
from livecompact.web.starting_up import NoSite, database_file, open_site

NEWEST = "last-backup.json"  # in the site's folder: when one was last taken, for `livecompact doctor`


@dataclass(frozen=True)
class Backup:
    """An archive that was written, read again and found whole."""

    file: Path
    manifest: Manifest

    def __str__(self) -> str:
        rows, tables = sum(self.manifest.tables.values()), len(self.manifest.tables)
        return f"{self.file}: {rows} rows in {tables} tables, {self.file.stat().st_size} bytes."


def backup(target: Path, *, at: datetime) -> int:
    """Back the site up into a file, or into a folder under a name with the time; the exit code."""
    return _told(lambda: f"Backed up and read again. {take(open_site(), target, at=at)}")


def restore(archive: Path) -> int:
    """Put a backup back, where there is nothing yet; the exit code."""
    return _told(lambda: put_back(archive))


def take(site: Configuration, target: Path, *, at: datetime) -> Backup:
    """The backup of a site that is open; Refused where it cannot be made, and then no file is left."""
    file = target / f"livecompact-{at:%Y-%m-%dT%H-%M-%SZ}.zip" if target.is_dir() else target
    if file.exists():
        raise Refused(f"{file} is there already. Name another file; a backup is never written over another.")
    if not file.parent.is_dir():
        raise Refused(f"There is no folder {file.parent}. Make it first.")
    if not file.suffix:  # more likely meant as a folder, which the next backup would then not find
        raise Refused(f"There is no folder {file}. Make it first, or name a file that ends in .zip.")
    with tempfile.TemporaryDirectory(prefix=".livecompact-", dir=file.parent) as beside:
        part = Path(beside) / "archive"
        manifest = _packed(site, Path(beside), part, at)
        (again := Path(beside) / "again").mkdir()
        _, copy = unpack(part, again)
        if manifest.database == "sqlite":
            backup_sqlite.look_through(copy, manifest.tables)
        else:
            backup_postgresql.look_through(copy)
        settle(part, file)
    _note(site, file, manifest)
    return Backup(file, manifest)


def put_back(archive: Path) -> str:
    """Make the site out of a backup; what was done. Refused where a site is there, or the backup is not whole."""
    site = configuration.read(os.environ)
    place = database_file(site)
    return _into_file(archive, place) if place else _into_server(archive, site)


def _packed(site: Configuration, folder: Path, part: Path, at: datetime) -> Manifest:
    copy = folder / "copy"
    if database_file(site):
        backup_sqlite.make_copy(copy)
        database, tables = "sqlite", backup_sqlite.rows(copy)
    else:
        database, tables = "postgresql", backup_postgresql.make_copy(copy, site.database)
    manifest = manifest_of(copy, version=__version__, at=at, database=database, tables=tables)
    pack(part, copy, manifest)
    return manifest


def _note(site: Configuration, file: Path, manifest: Manifest) -> None:
    """Write down that there is a backup, in one step, so that nobody reads half of it."""
    half = site.folder / f".{NEWEST}"
    half.write_text(json.dumps({"taken_at": manifest.taken_at, "file": str(file.resolve())}), encoding="utf-8")
    half.replace(site.folder / NEWEST)


def _into_file(archive: Path, place: Path) -> str:
    folder = place.parent
    if folder.is_dir() and (there := sorted(each.name for each in folder.iterdir() if each.name != KEY)):
        raise Refused(f"{folder} holds {there[0]}. A backup is put back into an empty folder: name one.")
    sqlite.use_newest()
    made = not folder.exists()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=folder) as beside:
            manifest, copy = _whole(archive, Path(beside), "sqlite")
            backup_sqlite.look_through(copy, manifest.tables)
            backup_sqlite.put(copy, place)
    except Refused:
        if made:
            folder.rmdir()
        raise
    return _done(manifest, str(place))


def _into_server(archive: Path, site: Configuration) -> str:
    site.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    open_site()
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=site.folder) as beside:
        manifest, copy = _whole(archive, Path(beside), "postgresql")
        backup_postgresql.put(copy, site.database, manifest.tables)
    return _done(manifest, f"database {connection.settings_dict['NAME']}")


def _whole(archive: Path, folder: Path, database: str) -> tuple[Manifest, Path]:
    manifest, copy = unpack(archive, folder)
    if manifest.database != database:
        raise Refused(f"This backup is of {manifest.database}; DATABASE_URL names {database}.")
    if _number(manifest.version) > _number(__version__):
        raise Refused(
            f"Livecompact {manifest.version} made this backup; here is {__version__}. Install that one first."
        )
    return manifest, copy


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _done(manifest: Manifest, place: str) -> str:
    rows = sum(manifest.tables.values())
    return f"Put back what there was at {manifest.taken_at}: {rows} rows, into {place}. Now run: livecompact serve"


def _told(work: Callable[[], str]) -> int:
    try:
        says, code = work(), 0
    except (Refused, NoSite, Misconfigured, DatabaseError) as problem:
        says, code = str(problem).strip(), 2
    except OSError as problem:
        says, code = f"{problem.filename or 'The disk'}: {problem.strerror}.", 2
    print(says, file=sys.stderr if code else sys.stdout)
    return code
