"""The official words of an edition as one file of numbers and texts: its template, and the file filled in."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from livecompact.agreements.agreement import Edition
from livecompact.agreements.documents import Document
from livecompact.agreements.mistakes import Mistake, Mistaken, perhaps
from livecompact.agreements.not_toml import in_plain_words
from livecompact.agreements.writing import quoted

TABLE = "official"
HEAD = """\
# The official words of the {name}, {edition}.
# Put the words of each promise between its quotation marks. Words of several lines stand in three marks: \"\"\"…\"\"\"
# Where you leave a text empty, the site shows our own words alone.{then}

[official]
"""


def template(name: str, edition: Edition, words: Mapping[str, str] | None = None, *, then: str = "") -> str:
    """The file to fill in: each promise's number with its words, empty so far, and its name above it.

    `name` is what the agreement is called, `words` what is known already, `then` one more line of advice.
    """
    lines = [HEAD.format(name=name, edition=edition.name, then=f"\n# {then}" if then else "")]
    known = words or {}
    lines += [
        f'# {each.name}\n"{each.number}" = {quoted(known.get(each.number, ""))}\n' for each in edition.undertakings
    ]
    return "\n".join(lines)


def read_words(raw: bytes, name: str, numbers: Iterable[str]) -> Mapping[str, str]:
    """The official words by number, without those left empty, out of what a file called `name` holds.

    `numbers` are those of the edition. Mistaken with every mistake, by line.
    """
    document = _document(raw, name)
    if mistakes := list(_mistakes(document, list(numbers))):
        raise Mistaken(name, mistakes)
    return {number: words.strip() for number, words in document.data[TABLE].items() if words.strip()}


def written(words: Mapping[str, str]) -> str:
    """The official words as the file `wording.toml` of an edition."""
    return f"[{TABLE}]\n" + "".join(f"{quoted(number)} = {quoted(text)}\n" for number, text in words.items())


def _document(raw: bytes, name: str) -> Document:
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        line = raw[: problem.start].count(b"\n") + 1
        says, mend = "A character is not written in UTF-8.", "Save the file with the encoding UTF-8."
        raise Mistaken(name, [Mistake(name, line, says, mend)]) from problem
    try:
        return Document(name, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        raise Mistaken(name, [in_plain_words(name, text, problem)]) from problem
    except RecursionError as problem:
        raise Mistaken(
            name, [Mistake(name, 1, "Its lists lie too deep inside each other.", "Keep to the template.")]
        ) from problem


def _mistakes(document: Document, numbers: list[str]) -> Iterator[Mistake]:
    for key in document.data:
        if key != TABLE:
            yield document.mistake((key,), f"“{key}” does not belong here.", f"Put all texts below [{TABLE}].")
    official = document.data.get(TABLE)
    if not isinstance(official, dict):
        yield document.mistake((TABLE,), "There are no official words.", f"Put them below a line [{TABLE}].")
        return
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
