"""The files of an agreement as text and data, and on which line of a file a thing stands.

`tomllib` gives no lines, so they are counted here: headings such as `[[standard]]` and keys at the start of a line.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Any

from livecompact.agreements.mistakes import Mistake

type Place = tuple[str | int, ...]

HEADING = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
KEY = re.compile(r"""^\s*(?:"([^"]+)"|([A-Za-z0-9_-]+))\s*=""")
TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")


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
        """The line on which a place stands, or the nearest heading above it.

        A place is a path into the data, such as ("standard", 2, "kept").
        """
        for length in range(len(place), 0, -1):
            if (line := self._lines.get(place[:length])) is not None:
                return line
        return 1

    def mistake(self, place: Place, says: str, mend: str) -> Mistake:
        """A mistake at a place in this file."""
        return Mistake(self.path, self.line_of(place), says, mend)

    @cached_property
    def _lines(self) -> dict[Place, int]:
        lines: dict[Place, int] = {}
        counts: dict[Place, int] = {}
        at: Place = ()
        for number, line in enumerate(self.text.splitlines(), start=1):
            if heading := HEADING.match(line):
                at = _place_of(heading[2].split("."), repeats=heading[1] == "[[", counts=counts)
                lines[at] = number
            elif key := KEY.match(line):
                lines.setdefault((*at, key[1] or key[2]), number)
        return lines


def _place_of(names: list[str], *, repeats: bool, counts: dict[Place, int]) -> Place:
    """The place that a heading opens: [[booklet.statement]] is the next statement of the newest booklet."""
    place: Place = ()
    for depth, name in enumerate(names, start=1):
        place = (*place, name.strip().strip('"'))
        if depth == len(names) and repeats:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def read_documents(folder: Traversable) -> tuple[dict[str, Document], list[Mistake]]:
    """Every TOML file of an agreement's folder by its path, and the mistakes of those that are not TOML."""
    documents: dict[str, Document] = {}
    mistakes: list[Mistake] = []
    for path, file in _toml_files(folder, ""):
        try:
            text = file.read_text(encoding="utf-8")
            documents[path] = Document(path, text, tomllib.loads(text))
        except UnicodeDecodeError:
            mistakes.append(Mistake(path, 1, "This file is not in UTF-8.", "Save it as UTF-8."))
        except tomllib.TOMLDecodeError as error:
            mistakes.append(_not_toml(path, error))
    return documents, mistakes


def _not_toml(path: str, error: tomllib.TOMLDecodeError) -> Mistake:
    found = TOML_LINE.search(str(error))
    says = TOML_LINE.sub("", str(error)).strip()
    return Mistake(path, int(found[1]) if found else 1, f"This is not TOML: {says}.", "See https://toml.io.")


def _toml_files(folder: Traversable, above: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{above}{entry.name}"
        if entry.is_dir():
            found += _toml_files(entry, f"{path}/")
        elif entry.name.endswith(".toml"):
            found.append((path, entry))
    return found
