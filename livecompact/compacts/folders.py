"""The folder of an agreement as one text, and the agreement that a text holds, kept in memory by its hash."""

from functools import lru_cache
from pathlib import Path

from livecompact import agreements
from livecompact.agreements import Agreement, shipped
from livecompact.agreements.canonical import canonical, digest, documents_of
from livecompact.agreements.documents import read_documents
from livecompact.agreements.reading import Reader
from livecompact.compacts.models import Edition

HELD = 64  # agreements in memory: one for each published state of a Compact that is asked for


class Altered(RuntimeError):
    """A text in the database is not the one that was published."""


def folder_text(source: str | Path) -> str:
    """The canonical text of a bundled agreement, or of a folder.

    NoSuchAgreement where there is neither; Mistaken, with every mistake, where a folder cannot be used.
    """
    if str(source) in agreements.bundled():
        return _bundled_text(str(source))
    agreements.load(source)
    return canonical(read_documents(Path(source))[0])


def read(text: str) -> Agreement:
    """The agreement that a canonical text holds."""
    return Reader(documents_of(text)).read()


@lru_cache(maxsize=HELD)
def agreement_of(sha256: str) -> Agreement:
    """The agreement whose canonical text has this hash: one query the first time, and none after.

    A text is named by its hash, so what is held can never be out of date.
    """
    text = Edition.objects.filter(sha256=sha256).values_list("folder", flat=True)[:1].get()
    if digest(text) != sha256:
        raise Altered(f"The edition {sha256[:12]} has another text than the one published. Restore it from a backup.")
    return read(text)


@lru_cache(maxsize=HELD)
def _bundled_text(name: str) -> str:
    """The text of one of our own, which does not change while the program runs."""
    return canonical(read_documents(shipped.folder(name))[0])
