"""A text that is not yet published beside the one that is: what is wrong with it, by file and line."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from livecompact.agreements import Agreement, Mistake
from livecompact.agreements.canonical import documents_of
from livecompact.agreements.published import alterations
from livecompact.agreements.reading import Reader
from livecompact.agreements.shape import shape_mistakes
from livecompact.agreements.validating import look_at_documents
from livecompact.agreements.writing import written_documents

HELD = 32  # texts looked at: a draft is asked for on each page of the workshop


@dataclass(frozen=True)
class Looked:
    """What was found in a text: every mistake that keeps it from being published, none where it may be."""

    mistakes: tuple[Mistake, ...]

    @property
    def is_well(self) -> bool:
        """Whether it may be published."""
        return not self.mistakes


@lru_cache(maxsize=HELD)
def look_at(text: str, published: str, on: date, beside: Collection[str] = ()) -> Looked:
    """What `validate` finds in a canonical text, and what it alters of the published one, if it were published `on`.

    `published` is empty where nothing is; `beside` are the other Compacts of the site.
    """
    documents = written_documents(text)
    _, mistakes = look_at_documents(documents, beside)
    if published and not misshapen(text):
        mistakes = sorted({*mistakes, *alterations(documents_of(published), documents, on)})
    return Looked(tuple(mistakes))


@lru_cache(maxsize=HELD)
def misshapen(text: str) -> tuple[Mistake, ...]:
    """The mistakes of a text that keep it from being read at all: a draft never has any."""
    return tuple(sorted(set(shape_mistakes(written_documents(text)))))


@lru_cache(maxsize=HELD)
def drafted(text: str) -> Agreement:
    """The agreement of a draft: standards that cannot be read yet are left out of it."""
    return Reader(documents_of(text)).read()
