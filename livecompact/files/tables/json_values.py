"""JSON read value by value, so that a list of any length takes little memory."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TextIO

from livecompact.files.unreadable import LIMITS, CannotRead

CHUNK = 1 << 18
SPACE = re.compile(r"[ \t\n\r]*")
LISTS = ("grants", "data")
"""The members under which a package keeps its list of records."""
MOST_ZEROS = 30
NEAR = 20
"""How many letters on both sides of a mistake are shown."""


def as_digits(number: str) -> str:
    """A JSON number as a text in digits; one too large for that as it is written.

    >>> as_digits("1.5e3"), as_digits("0.10")
    ('1500', '0.10')
    """
    if "e" not in number.lower():
        return number
    value = Decimal(number)
    return format(value, "f") if abs(value.adjusted()) <= MOST_ZEROS else number


DECODER = json.JSONDecoder(parse_int=str, parse_float=as_digits, parse_constant=str)


class JsonStream:
    """The values of a JSON text, one after the other; numbers are kept as texts, digit by digit.

    Where it `keeps` what it passes, `passed` and `rest` tell the text itself.
    """

    def __init__(self, name: str, text: TextIO, *, keeps: bool = False) -> None:
        self._name, self._text, self._keeps = name, text, keeps
        self._held, self._at, self._line, self._ended = "", 0, 1, False
        self._kept, self._told = "", 0

    def passed(self) -> str:
        """The text that was passed since this was asked before."""
        text, self._kept = self._kept + self._held[self._told : self._at], ""
        self._told = self._at
        return text

    def rest(self) -> str:
        """The text from where `passed` ended to the end of all."""
        text = self._kept + self._held[self._told :] + self._text.read()
        self._kept, self._held, self._at, self._told, self._ended = "", "", 0, 0, True
        return text

    def sign(self) -> str:
        """The next character that is no space, left where it is; empty at the end."""
        while True:
            found = SPACE.match(self._held, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._held) or not self._more():
                return self._held[self._at : self._at + 1]

    def takes(self, sign: str) -> bool:
        """Whether the next character is this one, which is then passed."""
        if self.sign() != sign:
            return False
        self._at += 1
        return True

    def expect(self, sign: str) -> None:
        """Pass a character that must come; CannotRead names the line where it does not."""
        if not self.takes(sign):
            raise self.wrong(self._at, f"“{sign}” is missing")

    def value(self) -> object:
        """The next value; CannotRead names the line where there is none."""
        self.sign()
        while True:
            try:
                value, end = DECODER.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                beyond = error.pos - self._at
                if self._is_whole_up_to(error) or not self._more():
                    raise self.wrong(self._at + beyond) from error
            except RecursionError as error:
                raise self.wrong(self._at, "nested too deep") from error
            else:
                if end < len(self._held) or not self._more():
                    self._at = end
                    return value

    def items(self) -> Iterator[object]:
        """The values of the list that begins here."""
        self.expect("[")
        if self.takes("]"):
            return
        yield self.value()
        while self.takes(","):
            yield self.value()
        self.expect("]")

    def wrong(self, at: int | None = None, says: str = "") -> CannotRead:
        """That this is no JSON: in which line, and near what."""
        at = self._at if at is None else at
        line = self._line + self._held.count("\n", 0, at)
        near = " ".join(self._held[max(0, at - NEAR) : at + NEAR].split())
        says = says or (f"near “{near}”" if near else "it ends too early")
        return CannotRead(self._name, f"is not JSON: line {line:,}, {says}", "Save it again as JSON, or as CSV.")

    def _is_whole_up_to(self, error: json.JSONDecodeError) -> bool:
        """Whether a mistake lies well before the end of what was read, so that reading on would mend nothing."""
        return not error.msg.startswith("Unterminated") and error.pos < len(self._held) - NEAR

    def _more(self) -> bool:
        """Whether there was more to read; what is passed is let go."""
        if self._ended:
            return False
        if len(self._held) - self._at > LIMITS.record:
            raise self.wrong(self._at, f"a record has more than {LIMITS.record:,} letters")
        read = self._text.read(max(CHUNK, len(self._held) - self._at))
        if self._keeps:
            self._kept, self._told = self._kept + self._held[self._told : self._at], 0
        self._line += self._held.count("\n", 0, self._at)
        self._held, self._at, self._ended = self._held[self._at :] + read, 0, not read
        return bool(read)


def records(name: str, stream: JsonStream, *, lines: bool) -> Iterator[object]:
    """The records of a JSON text: a list of them, a package with such a list, or one record a line.

    CannotRead says what it holds instead.
    """
    if stream.sign() == "[":
        yield from stream.items()
    elif stream.sign() == "{":
        yield from _package_or_lines(name, stream, lines=lines)
    else:
        raise stream.wrong()


def _package_or_lines(name: str, stream: JsonStream, *, lines: bool) -> Iterator[object]:
    first: dict[str, object] = {}
    stream.expect("{")
    while not stream.takes("}"):
        if first:
            stream.expect(",")
        key = stream.value()
        stream.expect(":")
        if key in LISTS and stream.sign() == "[":
            yield from stream.items()
            return
        first[str(key)] = stream.value()
    if not lines and not stream.sign():
        has = ", ".join(f"“{key[:40]}”" for key in [*first][:8]) or "nothing"
        mend = f"Give a list [ … ], or one under “{LISTS[0]}” or “{LISTS[1]}”."
        raise CannotRead(name, f"is JSON without a list of records; it has {has}", mend)
    yield first
    while stream.sign():
        yield stream.value()
