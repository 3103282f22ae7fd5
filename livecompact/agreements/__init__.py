"""The agreements: read a folder, check it, show it, start one; those that ship lie in `data`."""

from functools import cache
from pathlib import Path

from livecompact.agreements import shipped
from livecompact.agreements.agreement import Agreement, Edition, Undertaking
from livecompact.agreements.documents import read_documents
from livecompact.agreements.mistakes import Mistake, Mistaken
from livecompact.agreements.reading import Reader

__all__ = ["Agreement", "Edition", "Mistake", "Mistaken", "NoSuchAgreement", "Undertaking", "bundled", "load"]


class NoSuchAgreement(LookupError):
    """There is no agreement of that name, and no folder either."""

    def __init__(self, name: str) -> None:
        there = ", ".join(bundled())
        super().__init__(f"There is no Compact “{name}”. There are: {there}. Or give the path of a folder.")


def bundled() -> tuple[str, ...]:
    """The names of the agreements that ship with the program."""
    return shipped.names()


def load(name: str | Path) -> Agreement:
    """The agreement of a name that ships, or of a folder.

    NoSuchAgreement where there is neither; Mistaken, with every mistake, where a folder cannot be used.
    """
    if str(name) in bundled():
        return _bundled(str(name))
    if not (folder := Path(name)).is_dir():
        raise NoSuchAgreement(str(name))
    from livecompact.agreements.validating import look_at  # noqa: PLC0415 (its schema library loads slowly)

    agreement, mistakes = look_at(folder)
    if agreement is None:
        raise Mistaken(str(name), mistakes)
    return agreement


@cache
def _bundled(name: str) -> Agreement:
    """One of our own, which the tests have validated."""
    return Reader(read_documents(shipped.folder(name))[0]).read()
