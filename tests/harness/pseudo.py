"""A language that nobody speaks: every string that can be translated, in marks, with accents and longer by half.

Where a page shows words outside the marks, those words cannot be translated.
"""

import re
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from script.messages import messages

LANGUAGE, RIGHT_TO_LEFT = "en-xa", "ar"
OPENS, CLOSES = "⟦", "⟧"
ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéîñöšüýÀÇÉÎÑÖŠÜÝ")
LONGER, WORD = 0.5, "~~~~~~"
KEPT = re.compile(r"(%\(\w+\)\w|%%|%\w|\{[^{}]*\}|<[^>]*>|&\w+;|\n)")
"""Pieces that a translation leaves as they are: what is filled in, tags, and the ends of lines in a mail."""


def pseudo(words: str) -> str:
    """Words as that language has them.

    >>> pseudo("Page %(page)s of {pages}")
    '⟦Pàgé %(page)s öf {pages} ~~~~~~⟧'
    """
    pieces = KEPT.split(words)
    said = "".join(piece if number % 2 else piece.translate(ACCENTS) for number, piece in enumerate(pieces))
    more = -(-int(sum(map(len, pieces[::2])) * LONGER) // len(WORD))
    return f"{OPENS}{said} {' '.join([WORD] * more)}{CLOSES}"


def write_languages(folder: Path) -> None:
    """Write both as translations that Django reads: one from the left, one from the right."""
    catalog = Catalog()
    for message in messages():
        if message.id:
            catalog.add(message.id, _translated(message.id), context=message.context)
    for language in ("en_XA", RIGHT_TO_LEFT):
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


def _translated(message: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return pseudo(message) if isinstance(message, str) else tuple(map(pseudo, message))
