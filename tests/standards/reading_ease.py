"""How easy a text is to read: words a sentence, and the Flesch-Kincaid grade."""

import re

from livecompact.agreements.plainness import sentences

WORD = re.compile(r"[A-Za-z][A-Za-z’']*")
VOWELS = re.compile(r"[aeiouy]+")
NAME = re.compile(r"\d[\d,.]*")
DATES = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\d{1,2} "
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
)


def longest(text: str) -> int:
    """The words of the longest sentence; a number is a word."""
    return max((len(sentence.split()) for sentence in sentences(text)), default=0)


def mean_length(text: str) -> float:
    """The words of a sentence, on average."""
    found = sentences(text)
    return sum(len(sentence.split()) for sentence in found) / len(found)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade; a date counts as one short word, as names do."""
    plain = DATES.sub("then", text)
    found = WORD.findall(plain)
    syllables = sum(_syllables(word.lower()) for word in found)
    return 0.39 * len(found) / len(sentences(plain)) + 11.8 * syllables / len(found) - 15.59


def _syllables(word: str) -> int:
    groups = len(VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    silent_ed = word.endswith("ed") and not word.endswith(("ted", "ded")) and groups > 1
    return max(1, groups - silent - silent_ed)
