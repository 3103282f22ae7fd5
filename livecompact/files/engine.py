"""The engine of the commands that read files, apart from what they say, so that reading a list starts quickly."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from livecompact.standards.bulk.quoting import literal

READ, NOTHING = 0, 2
"""The exit codes of a command that read what it was given, and of one that could not."""


@contextmanager
def engine() -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB in memory that keeps to itself: it draws nothing, fetches nothing, and spills into a private folder."""
    with tempfile.TemporaryDirectory(prefix="livecompact-") as folder, duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")  # it would draw on stdout, between our lines
        connection.execute("SET autoinstall_known_extensions = false")
        connection.execute(f"SET temp_directory = {literal(folder)}")  # else a folder where the command was called
        yield connection
