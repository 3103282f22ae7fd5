"""How a list would stand: promise by promise, how many rows come to what, and which reasons nobody gave."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from livecompact.dealings.uploads.judging import Judges
from livecompact.dealings.uploads.planning import Row


def counted(rows: Iterable[Row], judges: Judges, today: date) -> dict[str, Any]:
    """The counts of `promises` by Compact, promise and state, and of `lacking` by the fact that holds the reason."""
    promises: Counter[tuple[str, str, str]] = Counter()
    lacking: Counter[tuple[str, str, str]] = Counter()
    unjudged = 0
    for row in rows:
        stands = judges.stands(row.facts)
        unjudged += not stands
        for slug, found in stands.items():
            promises.update((slug, each.undertaking, each.on(today).value) for each in found)
        lacking.update((name, *where) for name, where in judges.lacking(row.facts).items())
    return {
        "promises": [[*where, count] for where, count in sorted(promises.items())],
        "lacking": [[*where, count] for where, count in lacking.most_common()],
        "unjudged": unjudged,
    }
