"""The lengths of time that standards ask for, to hold a promise's words against."""

from collections.abc import Iterable, Iterator

from livecompact.standards.language import Dated, OpenFor, walk
from livecompact.standards.periods import Period
from livecompact.standards.standard import Basis, Standard


def lengths_asked(standards: Iterable[Standard]) -> Iterator[Period]:
    """Every length of time that standards out of the text ask for."""
    for standard in standards:
        if standard.basis is Basis.TEXT:
            for test in walk(standard.kept):
                if isinstance(test, OpenFor):
                    yield test.at_least
                if isinstance(test, Dated) and test.than.period:
                    yield test.than.period
                    yield from _same_length(test.than.period)


def _same_length(period: Period) -> Iterator[Period]:
    """The same period in years or months: 12 months is 1 year."""
    if period.in_months and period.in_months % 12 == 0:
        yield Period.read(f"{period.in_months // 12} years")
        yield Period.read(f"{period.in_months} months")
