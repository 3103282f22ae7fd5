"""What changes the index: each room puts in what is public, in the transaction that makes it so.

None of this is an act of somebody, so no name is taken: the act is recorded by the room whose it is.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction

from livecompact.frame.many_rows import Into, Values
from livecompact.search.documents import Document
from livecompact.search.models import Findable
from livecompact.search.words import folded

AT_ONCE = 500  # rows and addresses of one statement
LONGEST_TITLE = 500
LONGEST_TEXT = 100_000  # characters of one document that are looked through: a tsvector holds 1 MB
COLUMNS = (
    *("compact", "room", "kind", "address", "number", "title", "says", "rest"),
    *("heading", "body", "position", "starts", "ends"),
)


@transaction.atomic
def put(*, compact: str, room: str, documents: Iterable[Document]) -> int:
    """Let documents be found in a Compact, in place of what stood at the same addresses; how many they are."""
    given = list(documents)
    forget(compact=compact, addresses=sorted({each.address for each in given}))
    return Into(Findable, COLUMNS).insert(_values(compact, room, given))


@transaction.atomic
def forget(*, compact: str, addresses: Sequence[str]) -> None:
    """Let what stands at these addresses be found no more in a Compact."""
    for start in range(0, len(addresses), AT_ONCE):
        Findable.objects.filter(compact=compact, address__in=addresses[start : start + AT_ONCE]).delete()


@transaction.atomic
def index(*, compact: str, room: str, documents: Iterable[Document]) -> int:
    """Let just these documents of a room be found in a Compact; how many they are."""
    Findable.objects.filter(compact=compact, room=room).delete()
    return put(compact=compact, room=room, documents=documents)


def empty() -> None:
    """Forget everything; for who makes the index again, in one transaction with that."""
    Findable.objects.all().delete()


def _values(compact: str, room: str, documents: Iterable[Document]) -> Iterator[Values]:
    """What is written of each document, in the order of COLUMNS; a body like that of the one before is folded once."""
    text, body = "", ""
    for place, document in enumerate(documents):
        title, says, rest = _cut(document.title, LONGEST_TITLE), _cut(document.says), _cut(document.rest)
        if text != (text := f"{says} {rest}"):
            body = folded(text)
        heading = folded(f"{document.number} {title} {document.also}")
        shown = (str(document.kind), document.address, document.number, title, says, rest)
        yield compact, room, *shown, heading, body, place, document.starts, document.ends


def _cut(text: str, most: int = LONGEST_TEXT) -> str:
    return text[:most].replace("\0", "")
