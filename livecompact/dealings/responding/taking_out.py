"""Taking words out of an answer wherever they stand, and saying in their place how many they were and why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import ngettext

from livecompact.dealings.models import Why

APOSTROPHES = re.compile("['’‘]")


@dataclass(frozen=True)
class Out:
    """Some words, and why they are taken out: a slug of `Why`."""

    words: str
    why: str


@dataclass(frozen=True)
class Span:
    """A stretch of a text, and every reason for which it goes."""

    start: int
    end: int
    whys: tuple[str, ...]


def stand_in(text: str, words: str) -> bool:
    """Whether a text has these words; letter case, spaces and the shape of an apostrophe do not matter.

    >>> stand_in("I met Ann  Lee’s son", "ann lee's"), stand_in("Annual", "Ann")
    (True, False)
    """
    return bool(words.split()) and _pattern(words).search(text) is not None


def without(text: str, out: Iterable[Out]) -> str:
    """A text with words taken out, wherever they stand in it.

    >>> without("Ann Lee says no. Ask Ann Lee.", [Out("ann lee", "names")])
    '[2 words taken out: names a person] says no. Ask [2 words taken out: names a person].'
    """
    left, last = [], 0
    for span in _spans(text, out):
        left += [text[last : span.start], _in_its_place(text[span.start : span.end], span.whys)]
        last = span.end
    return "".join([*left, text[last:]])


def _spans(text: str, out: Iterable[Out]) -> list[Span]:
    """Where something is taken out, in order; what overlaps is one."""
    found = [Span(hit.start(), hit.end(), (each.why,)) for each in out for hit in _pattern(each.words).finditer(text)]
    joined: list[Span] = []
    for span in sorted(found, key=lambda each: (each.start, each.end)):
        if joined and span.start < joined[-1].end:
            before = joined.pop()
            whys = tuple(dict.fromkeys((*before.whys, *span.whys)))
            joined.append(Span(before.start, max(before.end, span.end), whys))
        else:
            joined.append(span)
    return joined


def _in_its_place(taken: str, whys: Iterable[str]) -> str:
    count = len(taken.split())
    words = ngettext("[%(n)s word taken out: %(why)s]", "[%(n)s words taken out: %(why)s]", count)
    return words % {"n": count, "why": "; ".join(str(Why(why).label) for why in whys)}


def _pattern(words: str) -> re.Pattern[str]:
    """Whole words alone: who takes out "Ann" leaves "annual"."""
    parts = [APOSTROPHES.sub("['’‘]", re.escape(part)) for part in words.split()]
    return re.compile(rf"(?<!\w){r'\s+'.join(parts)}(?!\w)", re.IGNORECASE)
