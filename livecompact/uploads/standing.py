"""How a list would stand: promise by promise, how many rows come to what, and which reasons nobody gave."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from livecompact.uploads.judging import Judgement
from livecompact.uploads.planning import Row


def counted(rows: Iterable[tuple[Row, Judgement]], today: date) -> dict[str, Any]:
    """The counts of `promises` by Compact, promise and state, and of `lacking` by the fact that holds the reason.

    What is not public yet is judged once it is. Rows that stand alike are counted as one, so many times.
    """
    alike: Counter[int] = Counter()
    known: dict[int, Judgement] = {}
    for row, judged in rows:
        if not row.line.get("held"):
            alike[id(judged)] += 1
            known[id(judged)] = judged
    promises: Counter[tuple[str, str, str]] = Counter()
    lacking: Counter[tuple[str, str, str]] = Counter()
    for which, times in alike.items():
        for slug, found in known[which].stands.items():
            for each in found:
                promises[slug, each.undertaking, each.on(today).value] += times
        for name, where in known[which].lacking.items():
            lacking[(name, *where)] += times
    return {
        "promises": [[*where, count] for where, count in sorted(promises.items())],
        "lacking": [[*where, count] for where, count in lacking.most_common()],
        "unjudged": sum(times for which, times in alike.items() if not known[which].stands),
    }
