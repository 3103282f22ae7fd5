"""Which column of a file holds which fact: recognised by name, or told by a mapping file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from livecompact.files.columns.mapping import NO_MAP, PublisherMap
from livecompact.files.columns.naming import IGNORE, about_names, fact_names, folded
from livecompact.files.unreadable import CannotRead
from livecompact.kinds.kind import Kind
from livecompact.standards.facts import FactType

CURRENCY = "currency"
"""The column that says in which currency a row's amounts are."""


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """What the columns of a file hold: the place of each fact and of what else is known of a dealing."""

    headings: tuple[str, ...]
    facts: Mapping[str, int]
    about: Mapping[str, int]
    currency: int | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """The places of all columns that are used."""
        return (*self.facts.values(), *self.about.values(), *((self.currency,) if self.currency is not None else ()))

    @property
    def by_heading(self) -> dict[str, str]:
        """What each recognised heading holds, in the order of the file."""
        held = {place: what for what, place in (*self.facts.items(), *self.about.items())}
        if self.currency is not None:
            held[self.currency] = CURRENCY
        return {self.headings[place]: held[place] for place in sorted(held)}

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headings that hold nothing we use; one without a name is told by its letter."""
        return tuple(name or f"column {letters(n)}" for n, name in enumerate(self.headings) if n not in self.places)


def letters(place: int) -> str:
    """The letters by which a spreadsheet calls a column, the first being 0.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    before, last = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def recognise(file: str, headings: Sequence[str], kind: Kind, told: PublisherMap = NO_MAP) -> Recognised:
    """What the columns of a file hold; CannotRead names both columns where two would hold the same fact."""
    facts: dict[str, int] = {}
    names = fact_names(kind)
    said = {n: meaning for n, heading in enumerate(headings) if (meaning := told.meaning_of(heading))}
    settled = set(said.values())
    for n, heading in enumerate(headings):
        fact = said.get(n) or names.get(folded(heading))
        if fact not in kind.by_name or (n not in said and fact in settled):
            continue
        if fact in facts:
            raise _two(file, headings, facts[fact], n, kind.by_name[fact].label)
        facts[fact] = n
    return Recognised(
        headings=tuple(headings),
        facts=facts,
        about=_about(headings, kind, said, set(facts.values())),
        currency=_currency(headings, kind, facts),
    )


def _currency(headings: Sequence[str], kind: Kind, facts: Mapping[str, int]) -> int | None:
    """The place of the column that says in which currency amounts are, where there are any."""
    if not any(kind.by_name[name].type is FactType.AMOUNT for name in facts):
        return None
    return next(
        (n for n, heading in enumerate(headings) if n not in facts.values() and folded(heading) == CURRENCY), None
    )


def _about(headings: Sequence[str], kind: Kind, said: Mapping[int, str], taken: set[int]) -> dict[str, int]:
    """The places of what is known beside the facts: as told, or else the likeliest name that is there."""
    places: dict[str, int] = {}
    free = {folded(heading): n for n, heading in reversed([*enumerate(headings)]) if n not in taken and n not in said}
    for about, names in about_names(kind).items():
        told = [n for n, meaning in said.items() if meaning == about]
        found = told or [free[name] for name in names if name in free and free[name] not in places.values()]
        if found:
            places[about] = found[0]
    return places


def _two(file: str, headings: Sequence[str], one: int, other: int, label: str) -> CannotRead:
    if headings[one] == headings[other]:
        says = f"has two columns named “{headings[one]}”, {letters(one)} and {letters(other)}"
        return CannotRead(file, says, "Give each column its own name.")
    says = f"has two columns for {label}, “{headings[one]}” and “{headings[other]}”"
    mend = f'Say in a mapping file (--columns) which one not to use: [columns] "{headings[other]}" = "{IGNORE}".'
    return CannotRead(file, says, mend)
