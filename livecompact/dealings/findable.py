"""What the search finds of dealings: those that are public, and of these only public words."""

from collections.abc import Iterator, Sequence
from datetime import date

from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import address_of
from livecompact.search import actions as search
from livecompact.search.documents import Document, Kind

ROOM = "dealings"


def everything(today: date) -> Iterator[tuple[str, list[Document]]]:  # noqa: ARG001 (what is public is found on any day)
    """The documents of each Compact, for an index that is made anew."""
    found: dict[str, list[Document]] = {}
    for dealing in Dealing.objects.filter(state=State.PUBLIC).select_related("organisation").iterator():
        found.setdefault(dealing.home_id, []).append(document(dealing))
    yield from found.items()


def let_be_found(dealing: Dealing) -> None:
    """Put a public dealing into the search, inside the transaction of its act; what is not for everyone never is."""
    if dealing.state == State.PUBLIC:
        search.put(compact=dealing.home_id, room=ROOM, documents=[document(dealing)])


def no_longer_found(dealing: Dealing) -> None:
    """Take a dealing out of the search."""
    search.forget(compact=dealing.home_id, addresses=[address_of(dealing)])


def document(dealing: Dealing, address: str = "") -> Document:
    """A public dealing as the search shows it; its `address` where that is known already."""
    return Document(
        kind=Kind.DEALING,
        address=address or address_of(dealing),
        title=dealing.title,
        says=dealing.about,
        rest=dealing.organisation.name,
    )


def documents(dealings: Sequence[Dealing]) -> list[Document]:
    """Public dealings of one home and kind as the search shows them: how their addresses begin is found out once."""
    if not dealings:
        return []
    first = dealings[0]
    start = address_of(first).removesuffix(f"{first.year}/{first.slug}")
    return [document(each, f"{start}{each.year}/{each.slug}") for each in dealings]
