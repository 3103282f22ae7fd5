"""A list from its first record to its last, each with what a Compact will say of it: read while it is written out."""

from collections.abc import Iterable, Iterator
from itertools import batched

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing
from livecompact.dealings.queries.listing import with_standings
from livecompact.dealings.standings import Settled

AT_ONCE = 500
"""So many records are told of at once."""


def each_with_standings(rows: Iterable[Dealing], compact: Published) -> Iterator[tuple[Dealing, tuple[Settled, ...]]]:
    """Records one by one, each with its standings. One query for each 500."""
    for some in batched(rows, AT_ONCE, strict=False):
        yield from with_standings(list(some), compact)
