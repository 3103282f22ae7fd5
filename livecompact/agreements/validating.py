"""Everything that is wrong in an agreement's folder, in one go: its TOML, its shape, its rules."""

from collections.abc import Collection, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

from livecompact.agreements.agreement import Agreement
from livecompact.agreements.documents import Document, read_documents
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.reading import Reader
from livecompact.agreements.rules import RULES, Checked
from livecompact.agreements.shape import HEAD, NO_HEAD, shape_mistakes


def validate(folder: Traversable) -> list[Mistake]:
    """Every mistake in a folder, by file and line; none where the agreement can be used."""
    return look_at(folder)[1]


def look_at(folder: Traversable) -> tuple[Agreement | None, list[Mistake]]:
    """The agreement that a folder holds, None where it has mistakes, and these."""
    if not (folder / HEAD).is_file():
        return None, [NO_HEAD]  # no agreement's folder: nothing in it is looked at
    documents, mistakes = read_documents(folder)
    if mistakes:
        unread = {mistake.file for mistake in mistakes}
        return None, sorted({*mistakes, *shape_mistakes(documents, unread)})
    return look_at_documents(documents, _beside(folder))


def look_at_documents(
    documents: Mapping[str, Document], beside: Collection[str] = ()
) -> tuple[Agreement | None, list[Mistake]]:
    """The same of files that are already read; rules are looked at only where every shape is right.

    `beside` names agreements that this one may lie under, besides those that ship.
    """
    if mistakes := set(shape_mistakes(documents)):
        return None, sorted(mistakes)
    reader = Reader(documents)
    agreement = reader.read()
    checked = Checked(documents, agreement, frozenset(beside))
    found = {mistake for rule in RULES for mistake in rule(checked)}
    mistakes = {*reader.mistakes, *found}
    return None if mistakes else agreement, sorted(mistakes)


def _beside(folder: Traversable) -> list[str]:
    """The names of the agreements whose folders lie beside a folder."""
    return [head.parent.name for head in folder.resolve().parent.glob(f"*/{HEAD}")] if isinstance(folder, Path) else []
