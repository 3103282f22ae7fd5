"""The facts of a dealing as a page says them, and what one version changed of another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from django.utils.translation import gettext as _

from livecompact.dealings.models import Version
from livecompact.frame.dates import long_date
from livecompact.kinds.kind import Kind, Lists, Rows, read_value
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, Facts, FactType, FactValue
from livecompact.standards.words import money
from livecompact.standards.words.saying import number


@dataclass(frozen=True)
class Said:
    """A fact: its name, what it is called, and its value in words."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class Change:
    """What one version changed: when, by whom and why, and each fact as it was and became."""

    on: date
    by: str
    why: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class ListSaid:
    """A list inside a dealing: what it is called, its columns, and its rows in words."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def said(kind: Kind, facts: Facts, but: frozenset[str] = frozenset()) -> tuple[Said, ...]:
    """Every public fact that is known, in the order of its kind; that no reason was given is for findings to say."""
    public = [fact for fact in kind.facts if fact.public and not fact.personal and fact.name not in but]
    return tuple(
        Said(fact.name, capital(_(fact.label)), value_said(fact, facts[fact.name]))
        for fact in public
        if facts[fact.name] is not NOT_KNOWN and not (fact.is_reason and facts[fact.name] is NONE)
    )


def changes(kind: Kind, versions: tuple[Version, ...]) -> tuple[Change, ...]:
    """What each version but the first changed, newest first."""
    pairs = pairwise(versions)
    return tuple(
        Change(after.on, after.by, after.why, _between(kind, before, after)) for before, after in reversed(list(pairs))
    )


def lists_said(kind: Kind, lists: Lists, facts: Facts) -> tuple[ListSaid, ...]:
    """Each list that has rows and comes to what the facts say; one that a newer fact contradicts is left out."""
    told = [(rows, lists[rows.name]) for rows in kind.rows if lists.get(rows.name)]
    return tuple(
        ListSaid(_(rows.label), tuple(capital(_(each.label)) for each in public_of(rows)), _rows(rows, said))
        for rows, said in told
        if all(facts[name] == value for name, value in kind.sums({rows.name: said}).items())
    )


def public_of(rows: Rows) -> tuple[Fact, ...]:
    """The facts of a list that everyone may read."""
    return tuple(fact for fact in rows.facts if fact.public and not fact.personal)


def _rows(rows: Rows, said: Sequence[Mapping[str, object]]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(value_said(each, read_value(each, row.get(each.name))) for each in public_of(rows)) for row in said
    )


def value_said(fact: Fact, value: FactValue) -> str:
    """A value in words."""
    if value is NONE:
        return _("No") if fact.type is FactType.FLAG else _("None")
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case date():
            return long_date(value)
        case Decimal():
            return money(value) if fact.type is FactType.AMOUNT else number(value)
        case str():
            return choice_said(value) if fact.type is FactType.CHOICE else value
    return _("Not known")


def choice_said(choice: str) -> str:
    """A choice of a fact where it stands alone, in the words of the reader's language.

    >>> choice_said("social media")
    'Social media'
    """
    return _(choice.capitalize())


def capital(words: str) -> str:
    """Words at the head of a line."""
    return words[:1].upper() + words[1:]


def _between(kind: Kind, older: Version, newer: Version) -> tuple[tuple[str, str, str], ...]:
    before, after = kind.read(older.facts), kind.read(newer.facts)
    facts = (
        (capital(_(fact.label)), value_said(fact, before[fact.name]), value_said(fact, after[fact.name]))
        for fact in kind.facts
        if before[fact.name] != after[fact.name] and fact.public and not fact.personal
    )
    lists = (
        (_(rows.label), _in_a_line(rows, older.lists), _in_a_line(rows, newer.lists))
        for rows in kind.rows
        if older.lists.get(rows.name) != newer.lists.get(rows.name)
    )
    return (*facts, *lists)


def _in_a_line(rows: Rows, lists: Lists) -> str:
    return "; ".join(", ".join(row) for row in _rows(rows, lists.get(rows.name, ()))) or _("Not known")
