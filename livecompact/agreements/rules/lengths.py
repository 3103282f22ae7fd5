"""Rules of the lengths of time: promises and standards say in words the number that the tests ask for."""

from collections.abc import Iterable, Iterator

from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.plainness import periods_in
from livecompact.agreements.rules.checked import Checked
from livecompact.standards.language import Dated, OpenFor, walk
from livecompact.standards.periods import Period, Unit
from livecompact.standards.standard import Basis, Standard


def words_of_promises_say_what_standards_ask(checked: Checked) -> Iterator[Mistake]:
    """A length of time in a promise's words is one that its standards out of the text ask for, if they ask for any."""
    for folder, edition in checked.editions():
        for document, place, table in checked.undertakings(folder):
            standards = [s for s in edition.standards_of(table["number"]) if s.basis is Basis.TEXT]
            asked = [period for standard in standards for period in lengths_asked(standard)]
            for key in ("wording", "plain"):
                for period in _others(table[key], asked):
                    says = f"Promise {table['number']} says {period}, but its standard asks for {_listed(asked)}."
                    yield document.mistake((*place, key), says, "Make the two the same.")


def standards_say_what_they_ask(checked: Checked) -> Iterator[Mistake]:
    """A length of time in a standard's `asks` is one that its tests ask for, if they ask for any."""
    for document, place, standard in checked.standards():
        asked = list(lengths_asked(standard))
        for period in _others(standard.asks, asked):
            says = f"“{standard.code}” says {period}, but its test asks for {_listed(asked)}."
            yield document.mistake((*place, "asks"), says, "Make the two the same.")


def lengths_asked(standard: Standard) -> Iterator[Period]:
    """Every length of time in the tests of a standard and in its due day."""
    for test in standard.tests:
        for part in walk(test):
            if isinstance(part, OpenFor):
                yield part.at_least
            if isinstance(part, Dated) and part.than.period:
                yield part.than.period
    yield from (phrase.period for phrase in standard.due if phrase.period)


def same_length(period: Period) -> tuple[Unit, int]:
    """What two ways of writing one length share: 12 months are 1 year, 84 days are 12 weeks."""
    if period.in_months is not None:
        return Unit.MONTHS, period.in_months
    return (Unit.DAYS, period.in_days) if period.in_days is not None else (period.unit, period.count)


def _others(words: str, asked: Iterable[Period]) -> list[Period]:
    """The lengths that words name and that are none of those asked; none where no length is asked."""
    lengths = {same_length(period) for period in asked}
    return [period for period in periods_in(words) if lengths and same_length(period) not in lengths]


def _listed(periods: Iterable[Period]) -> str:
    return " or ".join(dict.fromkeys(str(period) for period in periods))
