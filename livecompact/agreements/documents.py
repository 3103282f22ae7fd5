"""The files of an agreement as text and data, and on which line of a file a thing stands."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Any

from livecompact.agreements.dated import with_dates
from livecompact.agreements.lines import Place, lines_of
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.not_toml import in_plain_words

BESIDE = (".md", ".txt")
"""Files that may lie beside those of the agreement, such as a README."""


@dataclass(frozen=True)
class Document:
    """One file of an agreement: its path inside the folder, its text, and what the text says."""

    path: str
    text: str
    data: Mapping[str, Any]

    @property
    def folder(self) -> str:
        """The folder that the file lies in; empty at the top."""
        parent = str(PurePosixPath(self.path).parent)
        return "" if parent == "." else parent

    def line_of(self, place: Place) -> int:
        """The line on which a place stands; where it is not there, that of the nearest thing that would hold it."""
        for length in range(len(place), 0, -1):
            if (line := self._lines.get(place[:length])) is not None:
                return line
        return 1

    def mistake(self, place: Place, says: str, mend: str) -> Mistake:
        """A mistake at a place in this file, told in one line."""
        return Mistake(self.path, self.line_of(place), " ".join(says.split()), " ".join(mend.split()))

    @cached_property
    def _lines(self) -> dict[Place, int]:
        return lines_of(self.text)


def read_documents(folder: Traversable) -> tuple[dict[str, Document], list[Mistake]]:
    """Every TOML file of an agreement's folder by its path, and a mistake for each file that cannot be one."""
    documents: dict[str, Document] = {}
    mistakes: list[Mistake] = []
    for path, entry in _entries(folder):
        read = _read(path, entry)
        if isinstance(read, Document):
            documents[path] = read
        else:
            mistakes.append(read)
    return documents, mistakes


def _read(path: str, entry: Traversable) -> Document | Mistake:
    if entry.is_dir():
        return Mistake(path, 1, "A folder lies inside an edition's folder.", "Take it away; nothing in it is read.")
    if not path.endswith(".toml"):
        return Mistake(path, 1, "No file of this kind belongs here.", "Take it away, or let its name end in .toml.")
    try:
        raw = entry.read_bytes()
    except OSError as error:
        return Mistake(path, 1, f"This file cannot be read ({error.strerror}).", "Ask for the right to read it.")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Mistake(path, line, "A character is not written in UTF-8.", "Save the file with the encoding UTF-8.")
    try:
        return Document(path, text, with_dates(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        return in_plain_words(path, text, error)
    except RecursionError:
        return Mistake(path, 1, "Its lists lie too deep inside each other.", "Keep to the format.")


def _entries(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    """What lies in a folder and in the folders in it, by path; hidden files are passed over."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{above}{entry.name}"
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir() and not above:
            yield from _entries(entry, f"{path}/")
        elif entry.is_dir() or not entry.name.endswith(BESIDE):
            yield path, entry
