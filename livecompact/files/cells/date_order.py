"""Which number comes first in the dates of a column: told from all of them together, never cell by cell."""

from collections import Counter
from collections.abc import Iterable

from livecompact.files.cells.dates import Order, orders_possible

DAY, MONTH, EITHER = frozenset({Order.DAY_FIRST}), frozenset({Order.MONTH_FIRST}), frozenset(Order)


def order_of(heading: str, texts: Iterable[tuple[str, int]], century: int) -> tuple[Order, tuple[str, ...]]:
    """The order of a column's dates, and what is to be told of it; `texts` are its texts with their number of rows.

    It is British, unless some dates fit with the month first only and none with the day first only.

    >>> order_of("Date", [("03/04/2025", 5), ("03/25/2025", 1)], 1970)[0]
    <Order.MONTH_FIRST: 'month first'>
    """
    rows: Counter[frozenset[Order]] = Counter()
    example: dict[frozenset[Order], str] = {}
    for text, count in texts:
        possible = orders_possible(text, century)
        rows[possible] += count
        example.setdefault(possible, text)
    if rows[MONTH] and not rows[DAY]:
        told = f"“{heading}” has its dates month first, such as {example[MONTH]}; they were all read so."
        return Order.MONTH_FIRST, (told,)
    return Order.DAY_FIRST, (_mixed(heading, rows[MONTH], rows[EITHER]),) if rows[MONTH] else ()


def _mixed(heading: str, month: int, either: int) -> str:
    """What is told of a column with dates both ways round."""
    told = f"“{heading}” has dates both ways round. {_rows(month)} with the month first {_is(month)} reported"
    return (
        f"{told}; {_rows(either)} that could be either {_was(either)} read with the day first."
        if either
        else f"{told}."
    )


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"
