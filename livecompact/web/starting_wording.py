"""The official words for `livecompact start`: the template that it writes, and the file that it is given."""

from collections.abc import Mapping
from pathlib import Path

from livecompact.agreements import Agreement, Mistaken, official_words
from livecompact.agreements.official_words import written
from livecompact.web.starting_text import CannotStart

__all__ = ["read", "template", "written"]


def template(agreement: Agreement, text: str) -> str:
    """The file to fill in for a text's newest edition, with the command that takes it."""
    then = f"Then run:\n# livecompact start --text {text} --wording FILE"
    return official_words.template(agreement.name, agreement.newest, then=then)


def read(file: Path, agreement: Agreement) -> Mapping[str, str]:
    """The official words by number, without those left empty; CannotStart with every mistake, by line."""
    try:
        raw = file.read_bytes()
    except OSError as problem:
        raise CannotStart(f"{file} cannot be read: {problem.strerror}.") from problem
    try:
        return official_words.read_words(raw, str(file), [each.number for each in agreement.newest.undertakings])
    except Mistaken as problem:
        raise CannotStart("\n".join(str(mistake) for mistake in problem.mistakes)) from problem
