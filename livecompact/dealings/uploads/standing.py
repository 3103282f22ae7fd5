"""How a list would stand: promise by promise, how many rows come to what, and which reasons nobody gave."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from livecompact.dealings.uploads.judging import Judges
from livecompact.dealings.uploads.planning import Row


def counted(rows: Iterable[Row], judges: Judges, today: date) -> dict[str, Any]:
    """The counts of `promises` by Compact, promise and state, and of `lacking` by the fact that holds the reason.

    What is not public yet is judged once it is. Rows that stand alike are counted as one, so many times.
    """
    promises: Counter[tuple[str, str, str]] = Counter()
    lacking: Counter[tuple[str, str, str]] = Counter()
    alike: dict[int, tuple[Row, int]] = {}
    unjudged = 0
    for row in rows:
        if not row.line.get("held"):
            stands = judges.stands(row.facts)
            unjudged += not stands
            _first, times = alike.get(id(stands), (row, 0))
            alike[id(stands)] = row, times + 1
            lacking.update((name, *where) for name, where in judges.lacking(row.facts).items())
    for row, times in alike.values():
        for slug, found in judges.stands(row.facts).items():
            for each in found:
                promises[slug, each.undertaking, each.on(today).value] += times
    return {
        "promises": [[*where, count] for where, count in sorted(promises.items())],
        "lacking": [[*where, count] for where, count in lacking.most_common()],
        "unjudged": unjudged,
    }
