"""The one door to standings: whatever is written or taken away is in the sums and the tags in the same transaction.

A sum is never altered: what a change comes to is added as rows of its own, so that no two changes wait for each other.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import batched

from django.db import transaction

from livecompact.dealings.models import Dealing, Standing, Tag
from livecompact.dealings.rows import settled_of, tags_of
from livecompact.dealings.sorts import Sort, counted, every_span, sort_of, tally_of
from livecompact.dealings.standings import Settled, spells
from livecompact.frame.many_rows import Into, Values, insert

AT_ONCE = 500
OF_STANDING = (
    "dealing",  # in front: it is all in which the standings of dealings that stand alike differ
    "compact",
    "standard",
    "undertaking",
    "settles_on",
    "counts_on",
    "verdict",
    "met",
    "asked_on",
    "answer_by",
    "disputed_on",
    "kind",
    "sector",
    "happens_on",
    "is_public",
    "is_reasoned",
)
OF_TAG = ("dealing", "compact", "kind", "happens_on", "shown", "since", "until")


@dataclass(frozen=True, eq=False)
class Written:
    """What is written of a standing but whose it is, its sort, and what it says: one for all that are alike."""

    values: Values
    sort: Sort
    says: Settled
    happens_on: date


type Alike = tuple[Written, ...]
"""The standings of one dealing, and of all that stand alike."""


class Standings:
    """Writes the standings of many dealings that have none yet, and keeps what that adds to the sums for the end."""

    def __init__(self) -> None:
        self._into, self._times = Into(Standing, OF_STANDING), Counter[Alike]()
        self._tags, self._tagged = Into(Tag, OF_TAG), dict[Alike, tuple[Values, ...]]()

    def written(self, row: Standing) -> Written:
        """A standing of one dealing as that of any that stands alike."""
        return Written(self._into.of(row)[1:], sort_of(row), settled_of(row), row.happens_on)

    def put(self, of: Sequence[tuple[int, Alike]]) -> None:
        """Write the standings of dealings, each by its key. `add_up` is called later in the same transaction."""
        self._into.insert((key, *each.values) for key, alike in of for each in alike)
        self._times.update(alike for _key, alike in of)
        self._tags.insert((key, *values) for key, alike in of for values in self._shown(alike))

    def add_up(self) -> None:
        """Add all that was written to the sums."""
        days: Counter[Sort] = Counter()
        for alike, times in self._times.items():
            for each in alike:
                days[each.sort] += times
        self._times.clear()
        self._tagged.clear()
        add(every_span(days))

    def _shown(self, alike: Alike) -> tuple[Values, ...]:
        """The tags that these standings make, but whose they are."""
        if alike not in self._tagged:
            self._tagged[alike] = tuple(self._spells(alike))
        return self._tagged[alike]

    def _spells(self, alike: Alike) -> Iterator[Values]:
        public: dict[str, list[Written]] = {}
        for each in alike:
            if each.sort.is_public:
                public.setdefault(each.sort.compact_id, []).append(each)
        form = self._tags.form
        for compact, rows in public.items():
            of = (compact, rows[0].sort.kind, form["happens_on"](rows[0].happens_on))
            for spell in spells([row.says for row in rows]):
                yield *of, spell.shown.value, form["since"](spell.since), form["until"](spell.until)


@transaction.atomic
def put(*, rows: Iterable[Standing]) -> None:
    """Write the standings of dealings that have none yet."""
    given = list(rows)
    insert(given)
    insert(tags_of(given))
    add(counted(given))


@transaction.atomic
def replace(*, dealings: Collection[int], rows: Collection[Standing] = ()) -> None:
    """Write all standings of some dealings anew. Nobody else changes these dealings until the transaction ends."""
    change = counted(rows)
    for some in batched(sorted(dealings), AT_ONCE, strict=False):
        change.subtract(counted(_held(some)))
        Standing.objects.filter(dealing__in=some).delete()
        Tag.objects.filter(dealing__in=some).delete()
    insert(rows)
    insert(tags_of(rows))
    add(change)


@transaction.atomic
def show_everyone(*, dealing: Dealing) -> None:
    """Count the standings of a dealing among those that everyone sees: it has become public."""
    change: Counter[Sort] = Counter()
    for row in _held([dealing.pk]):
        change.subtract(counted([row]))
        row.is_public = True
        row.save(update_fields=["is_public"])
        change.update(counted([row]))
    tag_again(dealings=[dealing.pk])
    add(change)


@transaction.atomic
def tag_again(*, dealings: Collection[int]) -> None:
    """Write the tags of some dealings anew, out of their standings."""
    for some in batched(sorted(dealings), AT_ONCE, strict=False):
        Tag.objects.filter(dealing__in=some).delete()
        insert(tags_of(_held(some)))


def _held(dealings: Collection[int]) -> list[Standing]:
    """The standings of some dealings, which nobody else changes until the end."""
    list(Dealing.objects.select_for_update().filter(pk__in=dealings).order_by("pk").values_list("pk"))
    return list(Standing.objects.filter(dealing__in=dealings))


def add(change: Counter[Sort]) -> int:
    """Add to the sums what a change of the standings comes to; how many rows that takes."""
    rows = [tally_of(sort, number) for sort, number in change.items() if number]
    return insert(rows)
