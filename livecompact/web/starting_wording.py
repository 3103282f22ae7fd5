"""The official words of an agreement as one file of numbers and texts: its template, and the file filled in."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from livecompact.agreements import Agreement, Mistake
from livecompact.agreements.documents import Document
from livecompact.agreements.mistakes import perhaps
from livecompact.agreements.not_toml import in_plain_words
from livecompact.web.starting_text import CannotStart

TABLE = "official"
HEAD = """\
# The official words of the {name}, {edition}.
# Put the words of each promise between its quotation marks. Words of several lines stand in three marks: \"\"\"…\"\"\"
# Where you leave a text empty, the site shows our own words alone. Then run:
# livecompact start --text {text} --wording FILE

[official]
"""


def template(agreement: Agreement, text: str) -> str:
    """The file to fill in: each promise's number with an empty text, and its name above it."""
    edition = agreement.newest
    lines = [HEAD.format(name=agreement.name, edition=edition.name, text=text)]
    lines += [f'# {promise.name}\n"{promise.number}" = ""\n' for promise in edition.undertakings]
    return "\n".join(lines)


def read(file: Path, agreement: Agreement) -> Mapping[str, str]:
    """The official words by number, without those left empty; CannotStart with every mistake, by line."""
    document = _document(file)
    if mistakes := list(_mistakes(document, agreement)):
        raise CannotStart("\n".join(str(mistake) for mistake in mistakes))
    return {number: words.strip() for number, words in document.data[TABLE].items() if words.strip()}


def written(words: Mapping[str, str]) -> str:
    """The official words as the file `wording.toml` of an edition."""
    return f"[{TABLE}]\n" + "".join(f"{_quoted(number)} = {_quoted(text)}\n" for number, text in words.items())


def _document(file: Path) -> Document:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise CannotStart(f"{file} cannot be read: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise CannotStart(f"{file}: a character is not written in UTF-8. Save it with the encoding UTF-8.") from problem
    try:
        return Document(str(file), text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        raise CannotStart(str(in_plain_words(str(file), text, problem))) from problem


def _mistakes(document: Document, agreement: Agreement) -> Iterator[Mistake]:
    for key in document.data:
        if key != TABLE:
            yield document.mistake((key,), f"“{key}” does not belong here.", f"Put all texts below [{TABLE}].")
    official = document.data.get(TABLE)
    if not isinstance(official, dict):
        yield document.mistake((TABLE,), "There are no official words.", f"Put them below a line [{TABLE}].")
        return
    numbers = [promise.number for promise in agreement.newest.undertakings]
    for number, words in official.items():
        yield from _about(document, number, words, numbers)


def _about(document: Document, number: str, words: Any, numbers: list[str]) -> Iterator[Mistake]:
    place = (TABLE, number)
    if isinstance(words, dict):  # 2.4 = "…" is a table 2 with a key 4
        mend = 'Put the number in quotation marks: "2.4" = "…".'
        yield document.mistake(place, f"The number that begins with {number} has no quotation marks.", mend)
    elif number not in numbers:
        mend = f"{perhaps(number, numbers)}Write a number of this edition."
        yield document.mistake(place, f"There is no promise {number}.", mend)
    elif not isinstance(words, str):
        yield document.mistake(place, f"What stands at {number} is no text.", "Put it in quotation marks.")


def _quoted(text: str) -> str:
    """A text as TOML writes it: as JSON does, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
