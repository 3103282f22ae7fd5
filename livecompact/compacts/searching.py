"""The search of a Compact's texts, in memory.

A Compact has some hundreds of short texts, which are in memory anyway, by their hash. Looking at each takes a few
milliseconds, is the same on SQLite and PostgreSQL, and has no index that could be out of date. A full-text index of
the database pays once there are records to search: thousands of rows that are not in memory.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"\w+(?:[.\-]\w+)*")
APOSTROPHES = str.maketrans("", "", "'’")
ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y", "")
SHORTEST = 3
TEXTS = 10_000  # texts whose words are held: those of some 50 Compacts
EVERYWHERE = frozenset(
    ["a", "an", "and", "are", "be", "by", "do", "does", "for", "from", "how", "i", "if", "in", "is", "it", "of"]
) | {"on", "or", "our", "the", "they", "to", "us", "we", "what", "who", "with"}
"""Words that say nothing of what is looked for."""


@dataclass(frozen=True)
class Entry:
    """A text that can be found: what it is, its heading, what it says, and where it stands."""

    what: str
    title: str
    says: str
    address: str


@dataclass(frozen=True)
class Findable:
    """An entry with the words that lead to it: `also` weighs as much as the heading, `rest` as what it says."""

    entry: Entry
    also: str = ""
    rest: str = ""

    @property
    def heading(self) -> frozenset[str]:
        """The stems of the words that weigh most."""
        return stems(f"{self.entry.title} {self.also}")

    @property
    def body(self) -> frozenset[str]:
        """The stems of the others."""
        return stems(f"{self.entry.says} {self.rest}")


def find(asked: str, among: Iterable[Findable]) -> list[Entry]:
    """The texts that have every word asked for, those with more of them in the heading first."""
    wanted = stems(asked) - EVERYWHERE or stems(asked)
    if not wanted:
        return []
    found = [(each.entry, len(wanted & each.heading)) for each in among if wanted <= each.heading | each.body]
    return [entry for entry, _ in sorted(found, key=lambda each: -each[1])]


@lru_cache(maxsize=TEXTS)
def stems(text: str) -> frozenset[str]:
    """The words of a text, each cut to what its forms share; numbers such as 2.4 stay whole.

    >>> sorted(stems("Consultations, consulting: promise 2.4"))
    ['2.4', 'consult', 'promis']
    """
    return frozenset(stem(word) for word in WORD.findall(text.casefold().translate(APOSTROPHES)))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending, where enough of it is left."""
    if not word.isalpha() or word in EVERYWHERE:
        return word
    ending = next(each for each in ENDINGS if not each or (word.endswith(each) and len(word) - len(each) >= SHORTEST))
    return word.removesuffix(ending)
