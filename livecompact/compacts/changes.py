"""What changed between two texts, word by word, so that a reader sees what was taken out and what was put in."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

PARTS = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Piece:
    """Some words of a text: `how` is "same", "out" or "in"."""

    how: str
    words: str


def changed_words(old: str, new: str) -> tuple[Piece, ...]:
    """The new text with what was taken out and put in; nothing where both are the same.

    >>> [(piece.how, piece.words) for piece in changed_words("open for 12 weeks", "open for 8 weeks")]
    [('same', 'open for '), ('out', '12 '), ('in', '8 '), ('same', 'weeks')]
    """
    if old == new:
        return ()
    before, after = PARTS.findall(old), PARTS.findall(new)
    pieces: list[Piece] = []
    for how, i, j, m, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            pieces.append(Piece("same", "".join(after[m:n])))
            continue
        pieces += [Piece("out", "".join(before[i:j]))] if j > i else []
        pieces += [Piece("in", "".join(after[m:n]))] if n > m else []
    return tuple(pieces)
