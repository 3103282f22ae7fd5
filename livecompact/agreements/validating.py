"""Everything that is wrong in an agreement's folder, in one go: its TOML, its shape, its rules."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from livecompact.agreements.documents import Document, read_documents
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.reading import Reader
from livecompact.agreements.rules import RULES, Checked
from livecompact.agreements.shape import shape_mistakes


def validate(folder: Traversable) -> list[Mistake]:
    """Every mistake in a folder, by file and line; none where the agreement can be used."""
    documents, mistakes = read_documents(folder)
    return sorted({*mistakes, *validate_documents(documents)})


def validate_documents(documents: Mapping[str, Document]) -> list[Mistake]:
    """The same of files that are already read; rules are looked at only where every shape is right."""
    if mistakes := list(shape_mistakes(documents)):
        return sorted(set(mistakes))
    reader = Reader(documents)
    checked = Checked(documents, reader.read())
    found = [mistake for rule in RULES for mistake in rule(checked)]
    return sorted({*reader.mistakes, *found})
