"""A backup as one file: a zip of a copy of the database, and of a manifest that says what must be in it."""

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

MANIFEST = "manifest.json"
LARGEST_MANIFEST = 1_000_000  # bytes
PIECE = 1_000_000
FORMAT = 1
COPIES = {"sqlite": "site.sqlite3", "postgresql": "site.dump"}
"""What the copy is called in the archive, by the database that it is of."""

UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, TypeError, ValueError, RuntimeError)


class Refused(Exception):
    """A backup that cannot be made or put back: it says why, and what to do."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a backup holds: made by which version and when, of which database, how many rows each table has.

    `sha256` and `bytes` are those of the copy, `taken_at` is an ISO time with its zone.
    """

    version: str
    taken_at: str
    database: str
    sha256: str
    bytes: int
    tables: Mapping[str, int]
    format: int = FORMAT


def manifest_of(copy: Path, *, version: str, at: datetime, database: str, tables: Mapping[str, int]) -> Manifest:
    """The manifest of a copy that has just been made."""
    with copy.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Manifest(
        version=version,
        taken_at=at.isoformat(timespec="seconds"),
        database=database,
        sha256=sha256,
        bytes=copy.stat().st_size,
        tables=tables,
    )


def pack(archive: Path, copy: Path, manifest: Manifest) -> None:
    """Write the archive, for its owner's eyes only; it is on the disk when this returns."""
    handle = os.open(archive, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    with os.fdopen(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1, sort_keys=True))
            packed.write(copy, COPIES[manifest.database])
        file.flush()
        os.fsync(file.fileno())


def unpack(archive: Path, folder: Path) -> tuple[Manifest, Path]:
    """The manifest of an archive, and its copy in that folder; Refused where it is short or altered."""
    if archive.is_dir():
        raise Refused(f"{archive} is a folder. Name the backup in it: such as livecompact-2026-03-02T21-00-00Z.zip.")
    if not archive.is_file():
        raise Refused(f"There is no file {archive}.")
    try:
        with zipfile.ZipFile(archive) as packed:
            manifest = _manifest(packed)
            name = COPIES[manifest.database]
            if packed.testzip() or sorted(packed.namelist()) != sorted([MANIFEST, name]):
                raise ValueError
            copy = folder / name
            with packed.open(name) as source, copy.open("xb") as target:
                sha256 = _copied(source, target, most=manifest.bytes)
    except UNREADABLE as error:
        raise _altered(archive) from error
    if (sha256, copy.stat().st_size) != (manifest.sha256, manifest.bytes):
        raise _altered(archive)
    return manifest, copy


def settle(file: Path, place: Path) -> None:
    """Give a file its name; that it has it is on the disk when this returns."""
    file.rename(place)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and need not be
        handle = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _manifest(packed: zipfile.ZipFile) -> Manifest:
    if packed.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise ValueError
    manifest = Manifest(**json.loads(packed.read(MANIFEST)))
    if manifest.format != FORMAT:
        raise Refused(f"This backup is of format {manifest.format}. Install the Livecompact that made it.")
    return manifest


def _copied(source: IO[bytes], target: IO[bytes], *, most: int) -> str:
    """The hash of what was copied, which ends soon after `most` bytes."""
    digest = hashlib.sha256()
    copied = 0
    while copied <= most and (piece := source.read(PIECE)):
        target.write(piece)
        digest.update(piece)
        copied += len(piece)
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest()


def _altered(archive: Path) -> Refused:
    return Refused(f"{archive} is short or was altered, so nothing was put back. Use another backup.")
