"""Files opened, whatever they are packed in: each file or member of an archive as a stream of bytes within limits."""

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from livecompact.files.unreadable import LIMITS, CannotRead, Limits
from livecompact.unpacking.workbooks import too_much

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
DAMAGED = (gzip.BadGzipFile, zipfile.BadZipFile, EOFError, zlib.error, lzma.LZMAError)
ODF, ODS = "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"
SAVE_AS_CSV = "Open it in your spreadsheet program and save it as CSV (UTF-8)."
SPLIT = "Split it into smaller files. Or: open it in your spreadsheet program and save it as CSV (UTF-8)."


@dataclass(frozen=True, kw_only=True)
class Opened:
    """One file to read: its name as people are told it, its bytes on disk, and how to open it afresh.

    `workbook` is where a spreadsheet program's own file lies; its bytes are no text.
    """

    name: str
    packed: int
    stream: Callable[[], "Guarded"]
    workbook: Path | None = None


class Guarded(io.RawIOBase):
    """A stream that stops where more comes out of it than can be meant, and says so of what is damaged."""

    def __init__(self, source: io.BufferedIOBase, name: str, packed: int, limits: Limits, close: ExitStack) -> None:
        self._source, self._close, self._name = source, close, name
        self._most = min(limits.unpacked, max(limits.ratio_counts_from, packed * limits.ratio))
        self.done = 0

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: "memoryview[int] | bytearray") -> int:  # type: ignore[override]
        """Fill a buffer; CannotRead names the file where it is damaged or too big."""
        try:
            read = self._source.readinto(buffer)
        except DAMAGED as error:
            says = "is damaged: it ends too early or its parts do not fit"
            raise CannotRead(self._name, says, "Fetch it again.") from error
        self.done += read
        if self.done > self._most:
            says = f"is larger than {self._most / 1e9:,.2f} GB once unpacked"
            raise CannotRead(self._name, says, "Split it into smaller files, or unpack it yourself.")
        return read

    def close(self) -> None:
        """Close the stream and what it is packed in."""
        if not self.closed:
            self._close.close()
        super().close()


def open_all(paths: Sequence[Path], limits: Limits = LIMITS) -> Iterator[Opened]:
    """Every file of some paths, an archive's members one by one; CannotRead says what is wrong with one."""
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() in seen:
            raise CannotRead(str(path), "is given twice", "Give each file once.")
        seen.add(path.resolve())
        yield from _opened(path, limits)


def _opened(path: Path, limits: Limits) -> Iterator[Opened]:
    start, size = _start(path)
    if start.startswith(ZIP) and _is_workbook(path):
        if says := too_much(path):
            raise CannotRead(path.name, says, SPLIT)
        yield Opened(name=path.name, packed=size, stream=lambda: _guarded(path, start, size, limits), workbook=path)
    elif start.startswith(ZIP):
        yield from _members(path, limits)
    else:
        yield Opened(name=path.name, packed=size, stream=lambda: _guarded(path, start, size, limits))


def _start(path: Path) -> tuple[bytes, int]:
    """The first bytes of a file, and how many it has."""
    if path.is_dir():
        raise CannotRead(str(path), "is a folder", f"Give the files in it, such as {path}/*.csv.")
    if path.exists() and not path.is_file():
        raise CannotRead(
            str(path), "is no ordinary file, so it cannot be gone through twice", "Save it to a file first."
        )
    try:
        with path.open("rb") as file:
            return file.read(4), path.stat().st_size
    except FileNotFoundError as error:
        raise CannotRead(str(path), "is not there", "Check its name and its folder.") from error
    except OSError as error:
        says = f"cannot be opened: {str(error.strerror).lower()}"
        raise CannotRead(str(path), says, "Check that you may read it.") from error


def _members(path: Path, limits: Limits) -> Iterator[Opened]:
    """The files in an archive, without folders and what a Mac puts beside them."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise CannotRead(path.name, "is a damaged ZIP archive", "Fetch it again.") from error
    _no_document(path.name, {info.filename for info in infos})
    members = [info for info in infos if not info.is_dir() and not _beside(info.filename)]
    if not members:
        raise CannotRead(path.name, "is a ZIP archive with no files in it", "Put the CSV or JSON files in it.")
    if len(members) > limits.members:
        says = f"holds {len(members):,} files, more than {limits.members:,}"
        raise CannotRead(path.name, says, "Unpack it and give the files you mean.")
    for info in members:
        yield _member(path, info, limits)


def _member(path: Path, info: zipfile.ZipInfo, limits: Limits) -> Opened:
    name = f"{path.name}/{info.filename}"
    if info.flag_bits & 0x1:
        raise CannotRead(name, "is protected by a password", "Unpack it with its password and give the file itself.")

    def stream() -> Guarded:
        with ExitStack() as close:
            archive = close.enter_context(zipfile.ZipFile(path))
            try:
                source = cast(io.BufferedIOBase, close.enter_context(archive.open(info)))
            except (NotImplementedError, zipfile.BadZipFile) as error:
                says = "is packed in a way that we cannot read"
                raise CannotRead(name, says, "Unpack it and give the file itself.") from error
            return Guarded(source, name, info.compress_size, limits, close.pop_all())

    return Opened(name=name, packed=info.compress_size, stream=stream)


def _guarded(path: Path, start: bytes, size: int, limits: Limits) -> Guarded:
    with ExitStack() as close:
        source: io.BufferedIOBase = close.enter_context(path.open("rb"))
        if start.startswith(GZIP):
            source = close.enter_context(gzip.GzipFile(fileobj=source))
        return Guarded(source, path.name, size, limits, close.pop_all())


def _is_workbook(path: Path) -> bool:
    """Whether an archive is an Excel workbook (XLSX) or an OpenDocument spreadsheet (ODS)."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = set(archive.namelist())
            return "xl/workbook.xml" in members or (ODF in members and archive.open(ODF).read(len(ODS)) == ODS)
    except (*DAMAGED, NotImplementedError, RuntimeError):  # a password is told of as a RuntimeError
        return False


def _no_document(name: str, members: set[str]) -> None:
    if "[Content_Types].xml" in members:
        raise CannotRead(name, "is an Office file of a sort that we do not read", SAVE_AS_CSV)
    if "META-INF/manifest.xml" in members and "content.xml" in members:
        raise CannotRead(name, "is an OpenDocument file of a sort that we do not read", SAVE_AS_CSV)


def _beside(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")
