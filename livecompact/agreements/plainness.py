"""Looking at the words of a promise: its sentences, its lengths of time, its qualifiers."""

import re

from livecompact.standards.periods import Period, Unit

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}
SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+")
WORD = re.compile(r"[\w’'-]*\w[\w’'-]*")
PERIOD = re.compile(
    rf"\b(\d+|{'|'.join(NUMBER_WORDS)})(?: full)?[ -](working days?|days?|weeks?|months?|years?)\b", re.IGNORECASE
)
QUALIFIERS = (
    "where appropriate",
    "where possible",
    "where applicable",
    "whenever possible",
    "wherever possible",
    "as early as possible",
    "consider",
    "aim to",
    "usually",
    "normally",
    "endeavour",
    "work towards",
    "in principle",
    "exceptional circumstances",
    "case-by-case",
    "unfairly or unnecessarily",
    "within the law",
)
"""Words that make a promise softer; a rendering has those of the text and no others."""


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in SENTENCE_END.split(text.strip()) if sentence]


def word_count(text: str) -> int:
    """How many words a text has; a word may hold hyphens and apostrophes."""
    return len(WORD.findall(text))


def periods_in(text: str) -> list[Period]:
    """The lengths of time that a text names in figures or in words.

    >>> [str(period) for period in periods_in("Twelve weeks, or 3 months at a pinch.")]
    ['12 weeks', '3 months']
    """
    return [_period(count, unit) for count, unit in PERIOD.findall(text)]


def qualifiers_in(text: str) -> list[str]:
    """The softening words that a text uses, in the order of the list."""
    folded = " ".join(text.lower().replace("case by case", "case-by-case").split())
    return [words for words in QUALIFIERS if re.search(rf"\b{re.escape(words)}", folded)]


def _period(count: str, unit: str) -> Period:
    number = NUMBER_WORDS.get(count.lower()) or int(count)
    return Period(number, Unit(unit.lower() if unit.lower().endswith("s") else unit.lower() + "s"))
