"""What somebody may have meant whose words are found nowhere: near words that stand in the same Compact's index.

The words are those of everything that can be found in that Compact on that day, so nothing else can come to light; and
what is offered was looked for first. One way for both databases: neither has to have an extension.
"""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from django.db.models import Q

from livecompact.frame.keeping import Shelf
from livecompact.search.documents import Kind
from livecompact.search.models import Findable
from livecompact.search.queries import search
from livecompact.search.words import EVERYWHERE, MOST_WORDS, folded

SHORTEST = 4
"""A shorter word is near too many others."""
LONGEST = 40
NEAR = 0.75
"""How alike two words must be, from 0 to 1 (difflib): one letter wrong, missing, twice or changed about."""
MENDED = 4
"""So many words of a question are looked at; one with more wrong ones is not a slip of the finger."""
MOST_ROWS = 5000
"""So many names of organisations and records are read: the newest are what people look for."""

type Words = dict[tuple[int, str], list[str]]

WORDS: Shelf[tuple[str, date], Words] = Shelf()


def meant(compact: str, asked: str, today: date, *, kind: Kind | None = None) -> str:
    """The question with near words in place of those that stand nowhere; empty where none is near, or finds anything.

    At most three queries, and one where the words are in memory already.
    """
    words = folded(asked).split()[:MOST_WORDS]
    known = _known(compact, today)
    near = {word: _near(word, known) for word in words if _is_odd(word, known)}
    if not 0 < len(near) <= MENDED or not all(near.values()):
        return ""
    says = " ".join(near.get(word, word) for word in words)
    return says if search(compact, says, today, kind=kind, limit=1).hits else ""


def _known(compact: str, today: date) -> Words:
    """Every word that stands in what can be found, by its length and first letter; kept while nothing changes."""
    kept = WORDS.now()
    if (compact, today) not in kept:
        found: Words = {}
        for word in sorted(set(_words(compact, today))):
            found.setdefault((len(word), word[0]), []).append(word)
        kept[compact, today] = found
    return kept[compact, today]


def _words(compact: str, today: date) -> Iterator[str]:
    """The words of the agreement, of its names and of its texts; of organisations and records those of their names."""
    rows = Findable.objects.filter(compact=compact, starts__lte=today, ends__gte=today)
    many = Q(kind__in=[Kind.ORGANISATION, Kind.DEALING])
    texts = [f"{heading} {body}" for heading, body in rows.exclude(many).values_list("heading", "body")]
    names = rows.filter(many).order_by("-pk").values_list("heading", flat=True)[:MOST_ROWS]
    for text in (*texts, *names):
        yield from (word for word in text.split() if word.isalpha() and SHORTEST <= len(word) <= LONGEST)


def _is_odd(word: str, known: Words) -> bool:
    """Whether a word stands nowhere, though it could."""
    if not word.isalpha() or word in EVERYWHERE or not SHORTEST <= len(word) <= LONGEST:
        return False
    return word not in known.get((len(word), word[0]), ())


def _near(word: str, known: Words) -> str:
    """The nearest word that begins with one of its first two letters and is as long, but for two; or nothing."""
    firsts, lengths = dict.fromkeys(word[:2]), range(len(word) - 2, len(word) + 3)
    some = [each for length in lengths for first in firsts for each in known.get((length, first), ())]
    return next(iter(get_close_matches(word, some, n=1, cutoff=NEAR)), "")
