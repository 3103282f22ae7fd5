"""Bytes as text: which encoding a file is in, and whether it is text at all."""

import codecs
import io
from dataclasses import dataclass
from typing import TextIO

from livecompact.files.tables.opening import GZIP, ZIP, Opened
from livecompact.files.unreadable import CannotRead

CHUNK = 1 << 20
STRAY = "livecompact-windows-1252"
"""The name of the rule by which bytes that are no UTF-8 are read as Windows-1252."""
SAVE_AS_XLSX = "Save it again as XLSX or CSV, without a password."
SAVE_AS_UTF_8 = "Save it again as CSV UTF-8."
NO_TEXT = (
    (b"\xd0\xcf\x11\xe0", "is an old Excel workbook (XLS), or one with a password", SAVE_AS_XLSX),
    (b"%PDF", "is a PDF, not CSV or JSON", "Give the list that it was made from, such as CSV or XLSX."),
    (b"PAR1", "is a Parquet file, not CSV or JSON", "Save it as CSV."),
    (GZIP, "is packed twice", "Unpack it once and give what is in it."),
    (ZIP, "is packed twice", "Unpack it once and give what is in it."),
)
NOT_TEXT, GIVE_TEXT = "is not text, whatever its name says", "Give the CSV or JSON file itself."
LOOKED_AT, STRAY_CONTROLS = 10_000, 10
WEB_PAGE = (b"<!doctype html", b"<html", b"<?xml", b"<table", b"<head", b"<meta", b"<!--")
OPEN_AND_SAVE = "Open it in your spreadsheet program and save it as XLSX or CSV. Or fetch the list itself."
"""Programs of councils export a table as a web page and call it XLS; spreadsheet programs open it."""
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROLS = dict.fromkeys(n for n in range(1, 32) if chr(n) not in "\t\n\v\f\r\x1b")
"""What text has next to none of."""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What a look through a whole file tells: its bytes once unpacked, its encoding, and how it begins.

    `longest_line` is near the number of bytes of its longest line; lines shorter than a megabyte are not measured.
    """

    size: int
    encoding: str
    windows: bool
    start: str
    longest_line: int

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be told of its encoding."""
        return ("It is not UTF-8; its letters such as £ were read as Windows-1252.",) if self.windows else ()


def look(opened: Opened) -> Looked:
    """The encoding of a file, found by reading all of it; CannotRead says why it is no text."""
    with opened.stream() as stream:
        chunk = _read(stream)
        encoding = _encoding(opened.name, chunk)
        decoder = codecs.getincrementaldecoder(encoding)()
        start = _decoded(opened.name, decoder, chunk, stream.done)
        _check_text(opened.name, start)
        line = longest = _since_line_end(0, chunk)
        while chunk := _read(stream):
            _decoded(opened.name, decoder, chunk, stream.done)
            line = _since_line_end(line, chunk)
            longest = max(longest, line)
        _decoded(opened.name, decoder, b"", stream.done, final=True)
        return Looked(
            size=stream.done,
            encoding=encoding,
            windows=decoder.errors == STRAY,
            start=start,
            longest_line=longest,
        )


def text_of(opened: Opened, looked: Looked) -> TextIO:
    """A file as text, its line ends as they are."""
    errors = STRAY if looked.windows else "strict"
    stream = io.BufferedReader(opened.stream(), CHUNK)
    return io.TextIOWrapper(stream, encoding=looked.encoding, errors=errors, newline="")


def _read(stream: io.RawIOBase) -> bytes:
    """The next megabyte, whole unless the file ends."""
    parts, wanted = [], CHUNK
    while wanted and (part := stream.read(wanted)):
        parts.append(part)
        wanted -= len(part)
    return b"".join(parts)


def _since_line_end(before: int, chunk: bytes) -> int:
    """How many bytes there are since the last end of a line, `before` of them before this chunk."""
    end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
    return before + len(chunk) if end < 0 else len(chunk) - end - 1


def _encoding(name: str, start: bytes) -> str:
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return encoding
    for mark, says, mend in NO_TEXT:
        if start.startswith(mark):
            raise CannotRead(name, says, mend)
    if start.lstrip()[:20].lower().startswith(WEB_PAGE):
        raise CannotRead(name, "is a web page or XML, whatever its name says", OPEN_AND_SAVE)
    encoding = _without_mark(start)
    if encoding == "utf-8" and b"\0" in start:
        raise CannotRead(name, NOT_TEXT, GIVE_TEXT)
    return encoding


def _without_mark(start: bytes) -> str:
    """UTF-16 where every other byte of the first thousand is nought, as in its ordinary letters; else UTF-8."""
    even, odd = start[:1000:2], start[1:1000:2]
    if odd and odd.count(0) > len(odd) / 2 and not even.count(0):
        return "utf-16-le"
    if even and even.count(0) > len(even) / 2 and not odd.count(0):
        return "utf-16-be"
    return "utf-8"


def _decoded(name: str, decoder: codecs.IncrementalDecoder, chunk: bytes, done: int, *, final: bool = False) -> str:
    """The text of a chunk; the decoder is told to read stray bytes as Windows-1252 once it has met one."""
    try:
        text = _strict_first(decoder, chunk, final=final)
    except UnicodeDecodeError as error:
        where = f"about byte {done - len(chunk) + error.start + 1:,}"
        says = f"is in an encoding that we do not know ({where}), or is no text"
        raise CannotRead(name, says, SAVE_AS_UTF_8) from error
    if "\0" in text:
        raise CannotRead(name, NOT_TEXT, GIVE_TEXT)
    return text


def _strict_first(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool) -> str:
    try:
        return decoder.decode(chunk, final)
    except UnicodeDecodeError as error:
        if decoder.errors == STRAY or not error.encoding.startswith("utf-8"):
            raise
        decoder.errors = STRAY
        return decoder.decode(chunk, final)


def _check_text(name: str, start: str) -> None:
    """Stops where a file begins with no text at all, or with what is no text."""
    if not start.strip():
        raise CannotRead(name, "is empty", "Save it again with its rows.")
    sample = start[:LOOKED_AT]
    if len(sample) - len(sample.translate(CONTROLS)) > max(STRAY_CONTROLS, len(sample) / 100):
        raise CannotRead(name, NOT_TEXT, GIVE_TEXT)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    try:
        return error.object[error.start : error.end].decode("cp1252"), error.end
    except UnicodeDecodeError:
        raise error from None


codecs.register_error(STRAY, _as_windows)
