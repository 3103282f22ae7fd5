"""The names by which a column is known, folded so that “Start Date”, start_date and startDate are one."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from livecompact.kinds.kind import Kind
from livecompact.kinds.template import ABOUT

IGNORE = "ignore"
FIRST_OF_LIST = re.compile(r"(?<=[:/.])0[:/.]")


@lru_cache(maxsize=10_000)
def folded(name: str) -> str:
    """A name without case, spaces, underscores and punctuation; the first of a list is the thing itself.

    >>> folded("Start Date"), folded("start_date"), folded("Planned Dates:0:Start Date")
    ('startdate', 'startdate', 'planneddatesstartdate')
    """
    name = FIRST_OF_LIST.sub("", unicodedata.normalize("NFKC", name).strip())
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def fact_names(kind: Kind) -> Mapping[str, str]:
    """The fact that each folded name means in a kind: its own name, its earlier ones, and those of publishers."""
    return {folded(name): fact.name for fact in kind.facts for name in (*fact.known_as, *fact.was, fact.name)}


def about_names(kind: Kind) -> Mapping[str, tuple[str, ...]]:
    """The folded names of each column that says what a dealing is and whose, the likeliest first."""
    return {about: tuple(dict.fromkeys(folded(name) for name in (about, *getattr(kind, about)))) for about in ABOUT}


def known_names(kind: Kind) -> frozenset[str]:
    """Every folded name that a kind knows a column by."""
    return frozenset(fact_names(kind)).union(*about_names(kind).values())
