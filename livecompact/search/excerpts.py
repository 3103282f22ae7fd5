"""The few words that a result shows, with those that were looked for marked; whoever draws them escapes them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from livecompact.search.words import beginning, folded, stem

WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
LONGEST = 220  # characters
BEFORE = 60  # characters of a long text before the first word that was found
CUT = "…"
MOST = 4000
"""Words of texts whose stems are kept: the texts of a site use few words, and use them often."""


@dataclass(frozen=True)
class Piece:
    """Some words of an excerpt; `found` where they were looked for."""

    words: str
    found: bool = False


def excerpt(says: str, rest: str, asked: tuple[str, ...]) -> tuple[Piece, ...]:
    """The part of what a document says in which the words are, or else of the rest; its beginning where they are not.

    >>> [(piece.words, piece.found) for piece in excerpt("They asked for views.", "", ("view",))]
    [('They asked for ', False), ('views', True), ('.', False)]
    """
    is_asked = _matcher(asked)
    for text in (says, rest):
        if first := next((word for word in WORD.finditer(text) if is_asked(word[0])), None):
            return _marked(_window(text, first.start()), is_asked)
    return (Piece(_window(says, 0)),) if says else ()


def _matcher(asked: tuple[str, ...]) -> Callable[[str], bool]:
    stems, begun = {stem(word) for word in asked}, beginning(asked)

    def is_asked(word: str) -> bool:
        return any(root in stems or (begun and part.startswith(begun)) for part, root in _parts(word))

    return is_asked


@lru_cache(MOST)
def _parts(word: str) -> tuple[tuple[str, str], ...]:
    """What a word of a text is looked for by: each part of it, with its stem."""
    return tuple((part, stem(part)) for part in folded(word).split())


def _window(text: str, at: int) -> str:
    """At most LONGEST characters of a text round a place, cut between words where there is one to cut at."""
    if len(text) <= LONGEST:
        return text
    start = max(0, at - BEFORE)
    if start and (space := text.find(" ", start, at)) >= 0:
        start = space + 1
    end = start + LONGEST
    if end < len(text) and (space := text.rfind(" ", at, end)) >= 0:
        end = space
    return f"{CUT if start else ''}{text[start:end].rstrip()}{CUT if end < len(text) else ''}"


def _marked(text: str, is_asked: Callable[[str], bool]) -> tuple[Piece, ...]:
    pieces, end = [], 0
    for word in WORD.finditer(text):
        if is_asked(word[0]):
            pieces += [Piece(text[end : word.start()]), Piece(word[0], found=True)]
            end = word.end()
    return tuple(piece for piece in (*pieces, Piece(text[end:])) if piece.words)
