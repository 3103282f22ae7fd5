"""Files as publishers write them, made in a test and taken in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from livecompact.files.loading.load import load
from livecompact.files.loading.loaded import Loaded, Source
from livecompact.standards.bulk.quoting import identifier

GOVUK = "url,organisation,title,opening_date,closing_date,response_date,summary\n"
LINE = "https://example.org/c/1,Oakley Council,Parks,2025-03-03,2025-05-25,,All about parks\n"


@dataclass(frozen=True)
class Read:
    """Files taken in, and the connection that holds them."""

    connection: duckdb.DuckDBPyConnection
    loaded: Loaded

    @property
    def source(self) -> Source:
        """The one file's source."""
        (source,) = self.loaded.sources
        return source

    @property
    def table(self) -> str:
        """The one kind's table."""
        (table,) = self.loaded.tables.values()
        return identifier(table)

    def column(self, name: str) -> list[Any]:
        """What a column of the one table holds, in the order of the rows."""
        found = self.connection.execute(f"SELECT {identifier(name)} FROM {self.table} ORDER BY row").fetchall()
        return [value for (value,) in found]

    def columns(self) -> set[str]:
        """The columns of the one table."""
        return {str(name) for name, *_ in self.connection.execute(f"DESCRIBE {self.table}").fetchall()}

    def problems(self) -> list[dict[str, Any]]:
        """The cells that could not be read, by name of column."""
        found = self.connection.execute(f"SELECT * FROM {self.loaded.problems} ORDER BY source, file_row, cell")
        names = [str(name) for name, *_ in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def read(*paths: Path, **asked: Any) -> Read:
    """Files taken into a connection of their own."""
    connection = duckdb.connect()
    return Read(connection, load(connection, paths, **asked))


def write(folder: Path, text: str | bytes, name: str = "list.csv") -> Path:
    """A file of this text, in UTF-8 unless it is bytes."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read_text(folder: Path, text: str | bytes, name: str = "list.csv", **asked: Any) -> Read:
    """A file of this text, taken in."""
    return read(write(folder, text, name), **asked)


def consultations(*cells: Mapping[str, str], columns: tuple[str, ...] = ("title", "opens", "closes")) -> str:
    """A list of consultations of our template, each with these cells."""
    lines = [",".join(f'"{row.get(column, "")}"' for column in columns) for row in cells]
    return "\n".join([",".join(columns), *lines, ""])


def package(*grants: Mapping[str, Any], name: str = "grants") -> str:
    """A JSON package with these records."""
    return json.dumps({name: grants})
