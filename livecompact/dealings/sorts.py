"""The sort of a check: all that decides in which counts it is, on any day; those of one sort become a number."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from livecompact.dealings.models import Standing, Tally
from livecompact.dealings.spans import Span
from livecompact.standards.standard import Verdict


class Sort(NamedTuple):
    """What the rows of a sum have in common; the names are those of the columns."""

    compact_id: str
    span: str
    starts_on: date
    undertaking: str
    kind: str
    sector: str
    is_public: bool
    settles_on: date | None
    verdict: str
    answer_by: date | None
    disputed_on: date | None
    is_reasoned: bool

    def over(self, span: Span) -> "Sort":
        """The sort of the month or the year in which the day of this one is."""
        start = span.start(self.starts_on)
        return self._replace(span=span.value, starts_on=start, settles_on=self.settles_on and start)


def counted(rows: Iterable[Standing]) -> Counter[Sort]:
    """How many standings there are of each sort, by day, by month and by year."""
    return every_span(Counter(map(sort_of, rows)))


def every_span(days: Counter[Sort]) -> Counter[Sort]:
    """The same numbers by day, by month and by year."""
    found = Counter(days)
    for sort, number in days.items():
        for span in (Span.MONTH, Span.YEAR):
            found[sort.over(span)] += number
    return found


def tally_of(sort: Sort, number: int) -> Tally:
    """So many of a sort, to be written."""
    return Tally(**sort._asdict(), number=number)


def sort_of(row: Standing) -> Sort:
    """The sort of one standing, in the count of its day."""
    late = row.verdict == Verdict.NOT_KEPT
    return Sort(
        row.compact_id,
        Span.DAY.value,
        row.counts_on,
        row.undertaking,
        row.kind,
        row.sector,
        row.is_public,
        row.settles_on and row.counts_on,
        str(row.verdict),
        row.answer_by if late else None,
        row.disputed_on,
        late and row.is_reasoned,
    )
