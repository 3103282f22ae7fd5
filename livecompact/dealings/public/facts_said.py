"""The facts of a dealing as a page says them, and what one version changed of another."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from django.utils.translation import gettext as _

from livecompact.dealings.models import Version
from livecompact.frame.dates import long_date
from livecompact.kinds.kind import Kind
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
        Change(after.on, after.by, after.why, _between(kind, kind.read(before.facts), kind.read(after.facts)))
        for before, after in reversed(list(pairs))
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
            return value
    return _("Not known")


def capital(words: str) -> str:
    """Words at the head of a line."""
    return words[:1].upper() + words[1:]


def _between(kind: Kind, before: Facts, after: Facts) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (capital(_(fact.label)), value_said(fact, before[fact.name]), value_said(fact, after[fact.name]))
        for fact in kind.facts
        if before[fact.name] != after[fact.name] and fact.public and not fact.personal
    )
