"""A language that nobody speaks: every string that can be translated, in marks, with accents and longer by half.

Where a page shows words outside the marks, those words cannot be translated.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from script.messages import messages

LANGUAGE, RIGHT_TO_LEFT, MARKED = "en-xa", "ar", "en-xb"
OPENS, CLOSES = "⟦", "⟧"
FILLED_IN = ("⟨", "⟩")
ENDS = ".!?"  # what ends a sentence outside the marks parts what stands before from what comes after
ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéîñöšüýÀÇÉÎÑÖŠÜÝ")
LONGER, WORD = 0.5, "~~~~~~"
KEPT = re.compile(r"(%\(\w+\)\w|%%|%\w|\{[^{}]*\}|<[^>]*>|&\w+;|\n)")
"""Pieces that a translation leaves as they are: what is filled in, tags, and the ends of lines in a mail."""
FILLER = re.compile(r"%\(\w+\)\w|\{[^{}]*\}")


def pseudo(words: str) -> str:
    """Words as that language has them.

    >>> pseudo("Page %(page)s of {pages}")
    '⟦Pàgé %(page)s öf {pages} ~~~~~~⟧'
    """
    pieces = KEPT.split(words)
    said = "".join(piece if number % 2 else piece.translate(ACCENTS) for number, piece in enumerate(pieces))
    more = -(-int(sum(map(len, pieces[::2])) * LONGER) // len(WORD))
    return f"{OPENS}{said} {' '.join([WORD] * more)}{CLOSES}"


def marked(words: str) -> str:
    """Words as they are, in marks, and what is filled in in marks of its own.

    >>> marked("Page %(page)s of {pages}")
    '⟦Page ⟨%(page)s⟩ of ⟨{pages}⟩⟧'
    """
    pieces = KEPT.split(words)
    said = "".join(f"{FILLED_IN[0]}{each}{FILLED_IN[1]}" if FILLER.match(each) else each for each in pieces)
    return f"{OPENS}{said}{CLOSES}"


def write_languages(folder: Path) -> None:
    """Write them as translations that Django reads: longer words from the left and from the right, and marked ones."""
    for language, said in {"en_XA": pseudo, RIGHT_TO_LEFT: pseudo, "en_XB": marked}.items():
        catalog = Catalog()
        for message in messages():
            if message.id:
                catalog.add(message.id, _translated(message.id, said), context=message.context)
        place = folder / language / "LC_MESSAGES"
        place.mkdir(parents=True)
        with (place / "django.mo").open("wb") as mo:
            write_mo(mo, catalog)


def speak(language: str, folder: Path, settings: Any) -> None:
    """Let the site speak one of them, with pytest-django's `settings`."""
    settings.LOCALE_PATHS = [folder]
    settings.LANGUAGE_CODE = language


def outside(text: str) -> list[str]:
    """The pieces of a text that stand outside the marks."""
    depth, pieces = 0, [""]
    for letter in text:
        if letter == OPENS:
            depth += 1
            pieces.append("")
        elif letter == CLOSES:
            depth -= 1
        elif depth == 0:
            pieces[-1] += letter
    return [piece.strip() for piece in pieces if piece.strip()]


def ours(text: str) -> str:
    """What stands inside the marks of a text in `MARKED`; what somebody else filled in is one short word.

    >>> ours("Riverside ⟦asks ⟨Ann⟩: ⟨⟦When?⟧⟩⟧")
    'asks it: When?'
    >>> ours("⟦We told them⟧. ⟦We asked them⟧")
    'We told them\\nWe asked them'
    """
    open_marks: list[str] = []
    kept = ""
    for letter in text:
        if letter in (OPENS, FILLED_IN[0]):
            open_marks.append(letter)
            kept += letter * (letter == FILLED_IN[0])
        elif letter in (CLOSES, FILLED_IN[1]) and open_marks:
            closed = open_marks.pop()
            kept += " " * (not open_marks) + FILLED_IN[1] * (closed == FILLED_IN[0])
        elif letter in ENDS if not open_marks else open_marks[-1] == OPENS:
            kept += letter if open_marks else "\n"
    said = kept.replace("".join(FILLED_IN), "it").translate(dict.fromkeys(map(ord, FILLED_IN)))
    return "\n".join(" ".join(line.split()) for line in said.split("\n") if line.strip())


def _translated(message: str | tuple[str, ...] | list[str], said: Callable[[str], str]) -> str | tuple[str, ...]:
    return said(message) if isinstance(message, str) else tuple(map(said, message))
