"""What the search of the whole site holds: the sources of every room are joined here, to make its index again."""

import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.db import DatabaseError, transaction

from livecompact.compacts import findable as compacts
from livecompact.dealings import findable as dealings
from livecompact.register import findable as register
from livecompact.search import actions, queries
from livecompact.search.documents import Document

type Source = Callable[[date], Iterable[tuple[str, list[Document]]]]

SOURCES: dict[str, Source] = {
    compacts.ROOM: compacts.everything,
    register.ROOM: register.everything,
    dealings.ROOM: dealings.everything,
}
"""By the name under which a room puts its documents in."""


@transaction.atomic
def made_again(today: date) -> int:
    """Make the index out of what is public now, in place of what was in it; how many things can be found."""
    actions.empty()
    for room, source in SOURCES.items():
        for compact, documents in source(today):
            actions.index(compact=compact, room=room, documents=documents)
    return queries.size()


def rebuild(*, at: datetime) -> int:
    """What `livecompact search rebuild` does to the site that is open; the exit code."""
    try:
        count = made_again(at.date())
    except DatabaseError as problem:
        print(f"{problem} Nothing was changed. Run: livecompact doctor", file=sys.stderr)  # noqa: T201 (a command)
        return 2
    print(f"{count} {'thing' if count == 1 else 'things'} can be found.")  # noqa: T201 (the terminal is who it speaks to)
    return 0
