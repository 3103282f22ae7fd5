"""Whether a record is as it was written: every entry is hashed again, in order, with its texts.

It finds what was altered, taken out, put in, swapped or cut off. A chain that was written anew from some entry on is
whole in itself: only a head that was kept elsewhere gives it away.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from django.db.models import Q, Subquery
from django.db.models.functions import Coalesce

from livecompact.record.chain import Link, commitment, hash_of, quoted
from livecompact.record.models import FIRST, HASH, Chain, Entry
from livecompact.record.written_out import rows

AT_ONCE = 5_000  # entries in memory
MOST_TOLD = 100  # problems; a chain that is broken in more places is broken

COVERED = tuple(Link.__slots__)
COMMITMENTS, AFTER_COMMITMENTS = ',"commitments":', ',"compact":'
HEAD = re.compile(rf"(?:(?P<compact>[a-z0-9-]+): )?(?P<hash>[0-9a-f]{{{HASH}}})@(?P<number>\d+)")

type Progress = Callable[[int, int], None]


class NoHead(ValueError):
    """What was given as a head that was kept is none."""


@dataclass(frozen=True)
class Head:
    """The end of a chain at some time: the number and the hash of what was then its last entry."""

    number: int
    hash: str
    compact: str = ""

    def __str__(self) -> str:
        return f"{self.compact}: {self.hash}@{self.number}" if self.compact else f"{self.hash}@{self.number}"


@dataclass
class Verified:
    """What was found: how many entries and texts were looked at, and what is wrong, at most a hundred sentences."""

    head: Head
    entries: int = 0
    texts: int = 0
    promised: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def erased(self) -> int:
        """How many texts were erased: each is still promised by its entry."""
        return max(0, self.promised - self.texts)

    def wrong(self, says: str) -> None:
        """Note a problem."""
        if len(self.problems) < MOST_TOLD:
            self.problems.append(says)


def heads_in(text: str) -> list[Head]:
    """The heads that a text holds, one a line, as `livecompact record head` prints them, or HASH@NUMBER alone.

    NoHead where a line is none.

    >>> heads_in("hertfordshire: " + "0" * 64 + "@0")[0].compact
    'hertfordshire'
    """
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        match = HEAD.fullmatch(line)
        if match is None:
            raise NoHead(f"“{line[:100]}” is no head. Write it as HASH@NUMBER, as livecompact record head prints it.")
        found.append(Head(int(match["number"]), match["hash"], match["compact"] or ""))
    return found


def recorded() -> list[str]:
    """Every Compact that has a record, or entries without one."""
    return sorted(
        {*Chain.objects.values_list("compact", flat=True), *Entry.objects.values_list("compact", flat=True).distinct()}
    )


def head(compact: str) -> Head:
    """The end of a Compact's record now; number 0 where nothing is recorded yet."""
    chain = Chain.objects.filter(compact=compact).first()
    return Head(chain.number, chain.head, compact) if chain else Head(0, FIRST, compact)


def verify(compact: str, kept: list[Head], progress: Progress) -> Verified:
    """Look at every entry of a Compact up to its head of this moment; `kept` are heads that were kept elsewhere."""
    found = Verified(end := head(compact))
    outside = {head.number: head.hash for head in kept}
    if outside.get(0, FIRST) != FIRST:
        found.wrong("The head that was kept is of no entry.")
    number, last, seen, promised = 0, FIRST, None, ""
    for after in range(0, end.number, AT_ONCE):
        for pk, stored, its_number, written, name, salt, text in rows(compact, after, min(after + AT_ONCE, end.number)):
            if pk != seen:
                promised = _entry_holds(found, pk, written, (its_number, stored), (number, last))
                number, last, seen = its_number, stored, pk
                if outside and outside.get(number, stored) != stored:
                    found.wrong(f"Entry {number} is not the one whose head was kept. The record was written anew.")
            if name is not None:
                _text_holds(found, promised, number, (name, salt, text))
        progress(found.entries, end.number)
    _ends(found, Head(number, last), kept)
    return found


def _entry_holds(found: Verified, pk: int, written: str, its: tuple[int, str], before: tuple[int, str]) -> str:
    """Whether an entry follows the one before it, and is as its hash says; what it promises of its texts.

    What stands unescaped in `written` stands there once: a quotation mark in a text has a backslash before it.
    """
    number, stored = its
    promised = written[written.index(COMMITMENTS) : written.index(AFTER_COMMITMENTS)]
    found.entries += 1
    found.promised += promised.count('\\":\\"')
    if number != before[0] + 1:
        found.wrong(_missing(before[0] + 1, number - 1))
    if f'"previous":"{before[1]}"' not in written:
        found.wrong(f"Entry {number} does not follow the one before it.")
    if sha256(written.encode()).hexdigest() != stored and _hash_of(pk) != stored:
        found.wrong(f"Entry {number} was altered.")
    return promised


def _hash_of(pk: int) -> str:
    """The hash of an entry by the reference, which decides where the database writes it out otherwise."""
    return hash_of(Link(*Entry.objects.values_list(*Link.__slots__).get(pk=pk)))


def _text_holds(found: Verified, promised: str, number: int, held: tuple[str, str, str]) -> None:
    """Whether a text is the one that its entry promises."""
    name, salt, text = held
    found.texts += 1
    try:
        holds = rf"\"{quoted(quoted(name)[1:-1])[1:-1]}\":\"{commitment(salt, text)}\"" in promised
    except ValueError:
        holds = False  # its salt is none any more
    if not holds:
        found.wrong(f"The text “{name}” of entry {number} was altered.")


def _missing(first: int, last: int) -> str:
    if last < first:
        return f"There are two entries {last}."
    return f"Entry {first} is missing." if first == last else f"Entries {first} to {last} are missing."


def _ends(found: Verified, last: Head, kept: list[Head]) -> None:
    end = found.head
    if (last.number, last.hash) != (end.number, end.hash):
        found.wrong(f"The record ends at entry {last.number}. It should end at entry {end.number}, with its hash.")
    newest = Chain.objects.filter(compact=end.compact).values("number")[:1]
    beyond = Q(number__gt=Coalesce(Subquery(newest), 0)) | Q(
        number__lt=1
    )  # in one question, since others may write now
    if Entry.objects.filter(beyond, compact=end.compact).exists():
        found.wrong("There are entries beyond the end of the record.")
    for before in kept:
        if before.number > end.number:
            found.wrong(f"The record is shorter than it was: entry {before.number} was there when its head was kept.")
