"""Counts as sentences: a number of checks never stands without the number of those that nobody can tell."""

from livecompact.files.checking.checked import Counts, Outcome, Spread, StandardChecked, Unmeasured, Year
from livecompact.files.report.sentences.labels import WELL
from livecompact.files.report.sentences.numbers import acts, count, every
from livecompact.standards.words.saying import number

MOST_YEARS = 7
NO_DATE = "no date"


def kept_among(counts: Counts, noun: str = "") -> str:
    """How many checks are kept or explained, with those that have no evidence in the same sentence.

    >>> kept_among(Counts({Outcome.KEPT: 41, Outcome.NOT_KEPT: 9, Outcome.NO_EVIDENCE: 12}), "check")
    'Kept, or explained as the promise allows, 41 of 50 checks; no evidence for 12.'
    """
    among = count(counts.settled, noun) if noun else f"{counts.settled:,}"
    says = f"Kept, or explained as the promise allows, {counts.good:,} of {among}"
    if not counts.settled:
        says = "No check is settled" if noun else "None is settled"
    says += f"; no evidence for {counts[Outcome.NO_EVIDENCE]:,}"
    if counts[Outcome.NOT_YET_DUE]:
        says += f", and {counts[Outcome.NOT_YET_DUE]:,} not due yet"
    return says + "."


def stands_among(counts: Counts, noun: str = "check", nouns: str = "") -> str:
    """How many checks would meet the promise and how many fall short, with those that nobody can tell."""
    if counts[Outcome.CANNOT_TELL] == counts.checks:
        return f"Of {every(counts.checks, noun, nouns)} we cannot tell."
    meets = acts(counts[Outcome.MEETS], "meets the promise", "meet the promise")
    return f"Of {count(counts.checks, noun, nouns)}, {meets}, {_short_and_dark(counts)}."


def stands_here(counts: Counts) -> str:
    """The same of one standard, in fewer words."""
    if counts[Outcome.CANNOT_TELL] == counts.checks:
        return f"Of {every(counts.checks)} we cannot tell."
    verb = "meets it" if counts[Outcome.MEETS] == 1 else "meet it"
    return f"{counts[Outcome.MEETS]:,} of {counts.checks:,} {verb}, {_short_and_dark(counts)}."


def there_among(counts: Counts, *, bound: bool) -> str:
    """How many records are there for people to judge, and of how many nobody can tell."""
    there, dark = _records(counts, bound=bound)
    return f"Of {every(counts.checks, 'record')} that people would judge, {acts(there, 'is', 'are')} there; {dark}."


def message(of: StandardChecked, *, bound: bool) -> str:
    """What the counts of one standard say."""
    if of.standard.judged_by_people:
        there, dark = _records(of.counts, bound=bound)
        return f"The record is there in {there:,} of {of.counts.checks:,}; {dark}. People judge what it says."
    return kept_among(of.counts) if bound else stands_here(of.counts)


def reasons_among(counts: Counts) -> str:
    """What is known of the reasons of those that fall short; empty where none does."""
    if not counts.short:
        return ""
    said, none = counts[Outcome.SHORT_WITH_REASON], counts[Outcome.SHORT_WITHOUT_REASON]
    verb = "falls" if counts.short == 1 else "fall"
    if not said and not none:
        return f"For {every(counts.short)} that {verb} short, this file does not say whether there was a reason."
    return (
        f"Of the {counts.short:,} that {verb} short, {acts(said, 'gives', 'give')} a reason, "
        f"{acts(none, 'says', 'say')} there is none, and for {counts[Outcome.SHORT_UNSAID]:,} this file does not say."
    )


def spread(of: Spread) -> str:
    """How a measure is spread."""
    if of.least == of.most:
        return f"{of.what}: {number(of.middle)} in {every(of.rows, 'row that tells it', 'rows that tell it')}."
    half = f"Half lie from {number(of.lower)} to {number(of.upper)}"
    if of.lower == of.upper:
        half = f"At least half are {number(of.middle)}"
    return (
        f"{of.what}: the middle one of {of.rows:,} is {number(of.middle)}. {half}; "
        f"the least is {number(of.least)} and the most {number(of.most)}."
    )


def no_number(unmeasured: Unmeasured) -> str:
    """That the area has agreed no number, and what we suggest."""
    suggested = unmeasured.standard.suggested
    return "No number agreed here." + (f" We suggest {suggested}." if suggested else "")


def how_far(of: StandardChecked) -> str:
    """What the list of the rows furthest short holds."""
    rows = len(of.furthest)
    return f"The {count(rows, 'row')} furthest short of the number" if rows > 1 else "The row short of the number"


def years_of(of: StandardChecked) -> list[tuple[str, Counts]]:
    """The years to show: none where there is only one, nothing is told, or people judge."""
    years = few_years(of.years)
    return years if _tells(of.counts) and len(years) > 1 and not of.standard.judged_by_people else []


def few_years(years: tuple[Year, ...]) -> list[tuple[str, Counts]]:
    """The years by name, at most seven: where there are more, the earliest are added up; rows without a date last."""
    dated = [(year.year, year.counts) for year in years if year.year is not None]
    undated = [(NO_DATE, year.counts) for year in years if year.year is None]
    room = MOST_YEARS - len(undated)
    cut = len(dated) - room + 1 if len(dated) > room else 0
    early, late = dated[:cut], dated[cut:]
    added = [(f"{early[-1][0]} and before", sum((counts for _, counts in early), Counts({})))] if early else []
    return [*added, *((str(year), counts) for year, counts in late), *undated]


def year_share(counts: Counts, *, bound: bool) -> str:
    """How many checks of a year are well, of how many, and of how many nobody can tell."""
    if bound:
        due = f", not due yet {counts[Outcome.NOT_YET_DUE]:,}" if counts[Outcome.NOT_YET_DUE] else ""
        return f"{counts.good:,} of {counts.settled:,}, no evidence {counts[Outcome.NO_EVIDENCE]:,}{due}"
    early = f", too early {counts[Outcome.TOO_EARLY]:,}" if counts[Outcome.TOO_EARLY] else ""
    return f"{counts[Outcome.MEETS]:,} of {counts.checks:,}, cannot tell {counts[Outcome.CANNOT_TELL]:,}{early}"


def over_years(of: StandardChecked, *, bound: bool) -> str:
    """What the years say: the first and the last of those shown that say something."""
    years = [(name, counts) for name, counts in years_of(of) if _tells(counts)]
    told = [_in_year(name, counts, bound=bound) for name, counts in (years[0], years[-1])]
    return f"{WELL[bound]}: {', '.join(dict.fromkeys(told))}."


def _records(counts: Counts, *, bound: bool) -> tuple[int, str]:
    """How many records are there, and what is said of the others."""
    if bound:
        return counts[Outcome.KEPT], f"there is no evidence for {counts[Outcome.NO_EVIDENCE]:,}"
    return counts[Outcome.MEETS], f"of {counts[Outcome.CANNOT_TELL]:,} we cannot tell"


def _in_year(name: str, counts: Counts, *, bound: bool) -> str:
    share, dark = year_share(counts, bound=bound).split(", ", maxsplit=1)
    return f"{share} {'with' if name == NO_DATE else 'in'} {name} ({dark})"


def _tells(counts: Counts) -> bool:
    """Whether any check says yes or no."""
    return bool(counts.settled or counts[Outcome.MEETS] or counts.short)


def _short_and_dark(counts: Counts) -> str:
    short = acts(counts.short, "falls short", "fall short")
    early = f"; for {counts[Outcome.TOO_EARLY]:,} it is too early" if counts[Outcome.TOO_EARLY] else ""
    return f"{short} and of {counts[Outcome.CANNOT_TELL]:,} we cannot tell{early}"
