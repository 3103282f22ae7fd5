"""Everything that is wrong in an agreement's folder, in one go: its TOML, its shape, its rules."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from livecompact.agreements.agreement import Agreement
from livecompact.agreements.documents import Document, read_documents
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.reading import Reader
from livecompact.agreements.rules import RULES, Checked
from livecompact.agreements.shape import shape_mistakes

HEAD = "agreement.toml"


def validate(folder: Traversable) -> list[Mistake]:
    """Every mistake in a folder, by file and line; none where the agreement can be used."""
    return look_at(folder)[1]


def look_at(folder: Traversable) -> tuple[Agreement | None, list[Mistake]]:
    """The agreement that a folder holds, None where it has mistakes, and these."""
    if not (folder / HEAD).is_file():
        mend = "`livecompact new NAME` makes a folder to start from; if this is the folder above, name the one inside."
        return None, [Mistake(HEAD, 1, "This file is missing.", mend)]
    documents, mistakes = read_documents(folder)
    if mistakes:
        unread = {mistake.file for mistake in mistakes}
        return None, sorted({*mistakes, *shape_mistakes(documents, unread)})
    return look_at_documents(documents)


def look_at_documents(documents: Mapping[str, Document]) -> tuple[Agreement | None, list[Mistake]]:
    """The same of files that are already read; rules are looked at only where every shape is right."""
    if mistakes := set(shape_mistakes(documents)):
        return None, sorted(mistakes)
    reader = Reader(documents)
    agreement = reader.read()
    found = {mistake for rule in RULES for mistake in rule(Checked(documents, agreement))}
    mistakes = {*reader.mistakes, *found}
    return None if mistakes else agreement, sorted(mistakes)
