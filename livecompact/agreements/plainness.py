"""Looking at the words of a promise: its sentences, its lengths of time, its qualifiers."""

import re

from livecompact.standards.periods import Period, Unit

UNITS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(UNITS, start=1)},
    **{word: 10 * number for number, word in enumerate(TENS, start=2)},
    **{
        f"{word}{joint}{UNITS[one - 1]}": 10 * number + one
        for number, word in enumerate(TENS, start=2)
        for one in range(1, 10)
        for joint in "- "
    },
}
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
WORD = re.compile(r"[\w’'-]*\w[\w’'-]*")
LONGEST_FIRST = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
PERIOD = re.compile(
    rf"(?<![\d.,/])(?<!hundred )(?<!hundred and )\b(\d+|{LONGEST_FIRST})(?: \((\d+)\))?"
    r"(?: (?:full|whole|clear|calendar))?[ -](working days?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
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

    >>> [str(period) for period in periods_in("Twelve full weeks, or 3 months; not 2.5 years.")]
    ['12 weeks', '3 months']
    """
    return [_period(figures or count, unit) for count, figures, unit in PERIOD.findall(text)]


def folded(text: str) -> str:
    """A text in one line and one case, with straight apostrophes, to compare its words with others."""
    return " ".join(text.casefold().replace("’", "'").split())


def qualifiers_in(text: str) -> list[str]:
    """The softening words that a text uses, in the order of the list; “considered” is a form of “consider”.

    >>> qualifiers_in("Public bodies are considering it, where appropriate, and aim to do a considerable part.")
    ['where appropriate', 'consider', 'aim to']
    """
    said = folded(text).replace("case by case", "case-by-case").replace("where it is appropriate", "where appropriate")
    return [words for words in QUALIFIERS if re.search(_forms(words), said)]


def _forms(words: str) -> str:
    """A pattern of a phrase in each form of its first word."""
    first, *rest = words.split(" ")
    return rf"\b{re.escape(' '.join([first + 'FORM', *rest]))}\b".replace("FORM", "(?:s|ed|ing)?")


def _period(count: str, unit: str) -> Period:
    number = NUMBER_WORDS.get(count.lower()) or int(count)
    return Period(number, Unit(unit.lower() if unit.lower().endswith("s") else unit.lower() + "s"))
