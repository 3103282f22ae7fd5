"""Findings written to a file, which appears whole or not at all."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from livecompact.standards.bulk.quoting import literal

DATA = {
    ".csv": "FORMAT csv, HEADER",
    ".json": "FORMAT json, ARRAY true",
    ".parquet": "FORMAT parquet, COMPRESSION zstd",
}
ENDINGS = (*DATA, ".html")
RUNS_AS_FORMULA = r"^[=+\-@\t\r\n]"
"""What a cell begins with that a spreadsheet would run instead of show."""


class NoOutput(Exception):
    """A file that cannot be written: which, why, and what to do."""


def settle(target: Path | None, read: Iterable[Path]) -> None:
    """Stop before any work where an output could not be written afterwards."""
    if target is None:
        return
    if target.suffix.lower() not in ENDINGS:
        raise NoOutput(f"{target} has an ending that we do not write. Use one of {', '.join(ENDINGS)}.")
    if target.resolve() in {path.resolve() for path in read}:
        raise NoOutput(f"{target} is one of the files to read. Give the findings another name.")
    if target.is_dir():
        raise NoOutput(f"{target} is a folder. Give the name of a file in it.")
    if not os.access(target.resolve().parent, os.W_OK):
        raise NoOutput(f"There is no folder {target.parent} that we may write in. Make it, or choose another.")


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A temporary file beside the target; it takes the target's name only when all of it is written.

    Whatever ends the work before, the target stays as it was. NoOutput says why it could not be written.
    """
    target = target.resolve()
    part = _part_beside(target)
    try:
        yield part
        _settle_on_disk(part)
        part.replace(target)
    except (OSError, duckdb.IOException) as error:
        raise NoOutput(f"{target.name} could not be written: {_cause(error)}. Nothing was changed.") from error
    finally:
        part.unlink(missing_ok=True)


def write_findings(connection: duckdb.DuckDBPyConnection, target: Path, findings: str) -> None:
    """The rows of a query as the file's ending says: CSV, a JSON array or Parquet."""
    how = DATA[target.suffix.lower()]
    with whole(target) as part:
        connection.execute(f"COPY ({findings}) TO {literal(str(part))} ({how}, USE_TMP_FILE false)")


def write_text(target: Path, text: str) -> None:
    """A text, in UTF-8."""
    with whole(target) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def shown_in_a_cell(column: str) -> str:
    """The SQL of a text that a spreadsheet shows and never runs.

    An apostrophe goes before what begins like a formula.
    """
    return f"CASE WHEN regexp_matches({column}, {literal(RUNS_AS_FORMULA)}) THEN '''' || {column} ELSE {column} END"


def _part_beside(target: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise NoOutput(f"{target.name} could not be written: {_cause(error)}.") from error
    os.close(handle)
    part = Path(name)
    part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask())
    return part


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _settle_on_disk(part: Path) -> None:
    with part.open("rb+") as written:
        os.fsync(written.fileno())


def _cause(error: Exception) -> str:
    """Why, in a few words of the machine's own."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error).strip().rstrip(".")
