"""On which line of a TOML file each thing stands: `tomllib` tells what a file says, but not where."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

type Place = tuple[str | int, ...]
"""A path into the data of a file, such as ("standard", 2, "kept")."""

BETWEEN = re.compile(r"(?:\s|#[^\n]*)*")
BLANK = re.compile(r"[ \t]*")
QUOTED = r'"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'"
NAME = re.compile(rf"{QUOTED}|[A-Za-z0-9_-]+")
TEXT = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}' + r"|'''.*?'{3,5}|" + QUOTED, re.DOTALL)
BARE = re.compile(r"[^,\]}\n#]+")


def lines_of(text: str) -> dict[Place, int]:
    r"""The line, counted from 1, of every heading, key and list item of a text that `tomllib` can read.

    >>> lines_of('[area]\nname = "Here"\nsays = [\n  "One.",\n]')[("area", "says", 0)]
    4
    """
    return _Scan(text).lines()


@dataclass
class _Scan:
    """One pass over a text that is known to be TOML, so that nothing needs to be checked."""

    text: str
    at: int = 0
    found: dict[Place, int] = field(default_factory=dict)
    last: dict[Place, int] = field(default_factory=dict)
    """The index of the newest table of each list of tables."""

    def __post_init__(self) -> None:
        self.ends = [end.start() for end in re.finditer("\n", self.text)]

    def lines(self) -> dict[Place, int]:
        table: Place = ()
        self._skip(BETWEEN)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._heading()
            else:
                self._pair(table)
            self._skip(BETWEEN)
        return self.found

    def _heading(self) -> Place:
        """The place that a heading opens: [[booklet.statement]] is the next statement of the newest booklet."""
        line, repeats = self._line(), self.text.startswith("[[", self.at)
        self.at += 2 if repeats else 1
        *above, name = self._names()
        self.at += 2 if repeats else 1
        place: Place = ()
        for part in above:
            place = self._newest((*place, part))
            self.found.setdefault(place, line)
        place = (*place, name)
        if repeats:
            self.found.setdefault(place, line)
            self.last[place] = self.last.get(place, -1) + 1
        place = self._newest(place)
        self.found[place] = line
        return place

    def _newest(self, place: Place) -> Place:
        return (*place, self.last[place]) if place in self.last else place

    def _pair(self, table: Place) -> None:
        line, names = self._line(), self._names()
        for depth in range(1, len(names) + 1):
            self.found.setdefault((*table, *names[:depth]), line)
        self.at += 1  # the equals sign
        self._skip(BLANK)
        self._value((*table, *names))

    def _value(self, place: Place) -> None:
        match self.text[self.at]:
            case "[":
                self._list(place)
            case "{":
                self._table(place)
            case _:
                self._skip(TEXT if self.text[self.at] in "\"'" else BARE)

    def _list(self, place: Place) -> None:
        for count, _ in enumerate(self._parts("]")):
            self.found[(*place, count)] = self._line()
            self._value((*place, count))

    def _table(self, place: Place) -> None:
        for _ in self._parts("}"):
            self._pair(place)

    def _parts(self, end: str) -> Iterator[None]:
        """Stops at each part of a list or of an inline table, and goes past its end."""
        self.at += 1
        self._skip(BETWEEN)
        while self.text[self.at] != end:
            yield
            self._skip(BETWEEN)
            if self.text[self.at] == ",":
                self.at += 1
                self._skip(BETWEEN)
        self.at += 1

    def _names(self) -> list[str]:
        """A key, dotted or not, up to the sign after it."""
        names = []
        while True:
            self._skip(BLANK)
            written = self._skip(NAME)
            names.append(written if written[0] not in "\"'" else next(iter(tomllib.loads(f"{written} = 0"))))
            self._skip(BLANK)
            if self.text[self.at] != ".":
                return names
            self.at += 1

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            raise ValueError(f"this is not TOML, at character {self.at}")
        self.at = found.end()
        return found[0]

    def _line(self) -> int:
        return bisect_left(self.ends, self.at) + 1
