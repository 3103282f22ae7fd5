"""The one door to standings: whatever is written or taken away here is in the sums in the same transaction.

A sum is never altered: what a change comes to is added as rows of its own, so that no two changes wait for each other.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import batched

from django.db import transaction

from livecompact.dealings.models import Dealing, Standing
from livecompact.dealings.sorts import Sort, counted, tally_of
from livecompact.frame.many_rows import insert

AT_ONCE = 500


@transaction.atomic
def put(*, rows: Iterable[Standing]) -> None:
    """Write the standings of dealings that have none yet."""
    add(put_apart(rows=rows))


@transaction.atomic
def put_apart(*, rows: Iterable[Standing]) -> Counter[Sort]:
    """Write the standings of dealings that have none yet; what has to be added to the sums in this transaction."""
    change: Counter[Sort] = Counter()
    for some in batched(rows, AT_ONCE, strict=False):
        insert(some)
        change.update(counted(some))
    return change


@transaction.atomic
def replace(*, dealings: Collection[int], rows: Collection[Standing] = ()) -> None:
    """Write all standings of some dealings anew. Nobody else changes these dealings until the transaction ends."""
    change = counted(rows)
    for some in batched(sorted(dealings), AT_ONCE, strict=False):
        change.subtract(counted(_held(some)))
        Standing.objects.filter(dealing__in=some).delete()
    insert(rows)
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
    add(change)


def _held(dealings: Collection[int]) -> list[Standing]:
    """The standings of some dealings, which nobody else changes until the end."""
    list(Dealing.objects.select_for_update().filter(pk__in=dealings).order_by("pk").values_list("pk"))
    return list(Standing.objects.filter(dealing__in=dealings))


def add(change: Counter[Sort]) -> int:
    """Add to the sums what a change of the standings comes to; how many rows that takes."""
    rows = [tally_of(sort, number) for sort, number in change.items() if number]
    return insert(rows)
