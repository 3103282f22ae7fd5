"""How plain the words of a page are: what the site says itself, in its main part.

Its own strings are found by the marks of a made-up language. So the agreement's wording, names, glossaries and what
people wrote are left out, and what is filled into a sentence counts as one short word. The sentences that the ground
floor makes are measured where they are made (tests/standards).
"""

import re
from statistics import mean

from livecompact import agreements
from livecompact.agreements.plainness import sentences
from livecompact.compacts.terms import names_of
from tests.harness import pseudo
from tests.harness.html import texts
from tests.standards import reading_ease

MEAN, LONGEST = 12, 25  # words of a sentence
PLAIN, GUIDANCE = 5, 8
"""Flesch-Kincaid grades. With its labels and headings, which are mostly the names of things, a page may be as hard as
guidance; without them it may not."""

GUIDES = {"accessibility", "data", "privacy", "joining", "concerns_how"}
"""Guidance and legal pages may be as hard as a newspaper; all others, forms and records among them, may not."""

ENOUGH = 40
"""Fewer words have no mean and no grade that means anything; each of their sentences is measured all the same."""

CHOICES = re.compile(r"<option.*?</option>", re.DOTALL)  # a list that opens is one of names
NAMES = frozenset(("administrator", "charitable", "incorporated", "representative", "signatory"))
"""Words in the names of seats and of legal forms, which are what they are."""

LETTERS = re.compile(r"[A-Za-z]+")
TERMS = frozenset(
    word.lower()
    for name in ("hertfordshire", "dacorum", "model")
    for term in agreements.load(name).newest.terms
    for known_as in names_of(term)
    for word in LETTERS.findall(known_as)
)
"""The words of the glossaries: each is explained where it is used, so each counts as a word of two syllables."""


def hard(page: str, route: str) -> list[str]:
    """What makes a page hard to read; empty where nothing does."""
    said = own_sentences(page)
    found = [f"longer than {LONGEST} words: {each}" for each in said if words_of(each) > LONGEST]
    for part, plain in (([each for each in said if each[-1] in ".!?"], PLAIN), (said, GUIDANCE)):
        if sum(map(words_of, part)) >= ENOUGH:
            average, reached = mean(map(words_of, part)), grade(part)
            found += [f"{average:.1f} words a sentence"] * (average > MEAN)
            found += [f"grade {reached:.1f}"] * (reached > (GUIDANCE if route in GUIDES else plain))
    return found


def own_sentences(page: str) -> list[str]:
    """The sentences of the main part that are the site's own, each once; a label or a heading is one."""
    main = CHOICES.sub("", page.partition("<main")[2].partition("</main>")[0])
    own = (pseudo.ours(text) for text in texts(f"<main{main}"))
    said = (sentence for text in own for line in text.splitlines() for sentence in sentences(line))
    return list(dict.fromkeys(sentence for sentence in said if LETTERS.search(sentence)))


def grade(said: list[str]) -> float:
    """The grade of sentences, each ended if it is not."""
    ended = " ".join(each if each[-1] in ".!?" else f"{each}." for each in said)
    return reading_ease.grade(LETTERS.sub(lambda word: "table" if word[0].lower() in TERMS | NAMES else word[0], ended))


def words_of(sentence: str) -> int:
    """How many words it has; a number is one."""
    return len(sentence.split())
