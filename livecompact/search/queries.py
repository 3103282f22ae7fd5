"""What is found by some words: everything in the index is public, so nobody's rights are asked."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from livecompact.search import matching_postgresql, matching_sqlite
from livecompact.search.documents import Kind
from livecompact.search.excerpts import Piece, excerpt
from livecompact.search.models import Findable
from livecompact.search.words import asked_words, folded

MATCHING = {"sqlite": matching_sqlite.matching, "postgresql": matching_postgresql.matching}
# Crossed, and not joined: SQLite would read every row of the Compact for a few hits. PostgreSQL takes both as one.
HITS = """
    FROM ({matching}) AS hit CROSS JOIN search_findable AS findable
    WHERE findable.id = hit.id AND findable.compact = %(compact)s
        AND findable.starts <= %(today)s AND findable.ends >= %(today)s
"""
COUNTS = f"SELECT findable.kind, count(*) {HITS} GROUP BY findable.kind"
PAGE = f"""
    SELECT shown.kind, shown.number, shown.title, shown.address, shown.says, shown.rest
    FROM search_findable AS shown JOIN (
        SELECT findable.id AS id, CASE WHEN findable.number = %(number)s THEN 0 ELSE 1 END AS other,
            hit.loose AS loose, hit.score AS score, findable.position AS position
        {HITS} AND (%(kind)s = '' OR findable.kind = %(kind)s)
        ORDER BY other, loose, score, position, id LIMIT %(limit)s OFFSET %(offset)s
    ) AS part ON part.id = shown.id ORDER BY part.other, part.loose, part.score, part.position, part.id
"""  # noqa: S608 (made of our own words; what is asked goes in as values)


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, and the part of it that has the words."""

    kind: Kind
    number: str
    title: str
    address: str
    says: tuple[Piece, ...]


@dataclass(frozen=True)
class Found:
    """Some of what was found, the best first; `counts` tells how many there are of each kind, in the order of Kind."""

    hits: tuple[Hit, ...]
    counts: dict[Kind, int]

    @property
    def total(self) -> int:
        """How many there are of all kinds."""
        return sum(self.counts.values())


def search(
    compact: str, asked: str, today: date, *, kind: Kind | None = None, limit: int = 20, offset: int = 0
) -> Found:
    """What is found in a Compact by every word of a question, on a day; any text may be asked. Two queries at most.

    The last word may be a beginning. What bears a number that was asked comes first, then what has the words as a
    whole, then the rest, by how well it fits.
    """
    words = asked_words(asked)
    if not words:
        return Found((), {})
    counting, given = MATCHING[connection.vendor](words, ranked=False)
    ranking, _ = MATCHING[connection.vendor](words, ranked=True)
    values = {**given, "compact": compact, "today": today, "kind": kind or "", "number": folded(asked)}
    with connection.cursor() as cursor:
        cursor.execute(PAGE.format(matching=ranking), values | {"limit": limit, "offset": offset})
        hits = tuple(_hit(row, words) for row in cursor.fetchall())
        if kind is None and offset == 0 and len(hits) < limit:  # these are all
            return Found(hits, _in_order(Counter(hit.kind for hit in hits)))
        cursor.execute(COUNTS.format(matching=counting), values)
        return Found(hits, _in_order(dict(cursor.fetchall())))


def _in_order(counted: Mapping[str, int]) -> dict[Kind, int]:
    return {each: counted[each] for each in Kind if each in counted}


def size(compact: str = "") -> int:
    """How many things can be found in a Compact, or on the whole site."""
    rows = Findable.objects.filter(compact=compact) if compact else Findable.objects.all()
    return rows.count()


def _hit(row: tuple[str, ...], words: tuple[str, ...]) -> Hit:
    kind, number, title, address, says, rest = row
    return Hit(Kind(kind), number, title, address, excerpt(says, rest, words))
