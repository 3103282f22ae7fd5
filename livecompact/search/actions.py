"""What changes the index: each room puts in what is public, in the transaction that makes it so.

None of this is an act of somebody, so no name is taken: the act is recorded by the room whose it is.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction

from livecompact.frame.many_rows import insert
from livecompact.search.documents import Document
from livecompact.search.models import Findable
from livecompact.search.words import folded

AT_ONCE = 500  # rows and addresses of one statement
LONGEST_TITLE = 500
LONGEST_TEXT = 100_000  # characters of one document that are looked through: a tsvector holds 1 MB


@transaction.atomic
def put(*, compact: str, room: str, documents: Iterable[Document]) -> int:
    """Let documents be found in a Compact, in place of what stood at the same addresses; how many they are."""
    rows = [_row(compact, room, document, place) for place, document in enumerate(documents)]
    forget(compact=compact, addresses=sorted({row.address for row in rows}))
    return insert(rows)


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


def _row(compact: str, room: str, document: Document, place: int) -> Findable:
    rest = document.rest[:LONGEST_TEXT].replace("\0", "")
    says = document.says[:LONGEST_TEXT].replace("\0", "")
    title = document.title[:LONGEST_TITLE].replace("\0", "")
    return Findable(
        compact=compact,
        room=room,
        kind=document.kind,
        address=document.address,
        number=document.number,
        title=title,
        says=says,
        rest=rest,
        heading=folded(f"{document.number} {title} {document.also}"),
        body=folded(f"{says} {rest}"),
        position=place,
        starts=document.starts,
        ends=document.ends,
    )
