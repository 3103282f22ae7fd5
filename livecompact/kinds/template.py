"""Templates of our own: the head of a CSV file for each kind of dealing, and what each of its columns means."""

import csv
import io
from collections.abc import Iterable

from livecompact.kinds.kind import Kind
from livecompact.standards.facts import Fact, FactType

ABOUT = ("identifier", "title", "organisation", "organisation_id", "partner", "partner_id")
"""What a dealing has beside its facts: its reference, its own name, who acted, and towards whom."""
HOW = {
    FactType.DATE: "a date, such as 2025-03-31 or 31/03/2025",
    FactType.NUMBER: "a number, such as 12",
    FactType.AMOUNT: "pounds, such as 1250 or 1250.50",
    FactType.TEXT: "a sentence",
    FactType.FLAG: "yes or no",
}
ABOUT_SAYS = {
    "identifier": ("your own reference", "So that a row can be found again"),
    "title": ("what it is called", "So that people know it when they see it"),
    "organisation": ("the organisation that acted", "A promise binds an organisation"),
    "organisation_id": ("its org-id, such as GB-CHC-123456", "Two organisations may have one name"),
    "partner": ("the organisation on the other side", "So that people know it when they see it"),
    "partner_id": ("its org-id, such as GB-CHC-123456", "So that it finds the record among its own"),
}
EXPLAINED = ("column", "what it is", "write", "why it is asked", "other names that are known")


def abouts(kind: Kind) -> tuple[str, ...]:
    """What tells the dealings of a kind apart; it names the other side only where there is one."""
    return tuple(about for about in ABOUT if not about.startswith("partner") or getattr(kind, about))


def columns(kind: Kind) -> tuple[str, ...]:
    """The columns of a kind's template: what tells the dealings apart, then its facts."""
    return *abouts(kind), *kind.by_name


def template(kind: Kind) -> str:
    """The head of a CSV file with a column for each fact of a kind.

    A blank cell says that nobody knows; the word none says that there is none.
    """
    return _csv([columns(kind)])


def explained(kind: Kind) -> str:
    """What each column of a kind's template means, as CSV: a line a column."""
    about = [(name, *_about(kind, name)) for name in abouts(kind)]
    facts = [(fact.name, *_fact(fact)) for fact in kind.facts]
    return _csv([EXPLAINED, *about, *facts])


def _about(kind: Kind, name: str) -> tuple[str, str, str, str]:
    what, why = ABOUT_SAYS[name]
    return what, "a text", why, "; ".join(getattr(kind, name))


def _fact(fact: Fact) -> tuple[str, str, str, str]:
    how = f"one of: {', '.join(fact.choices)}" if fact.type is FactType.CHOICE else HOW[fact.type]
    return fact.label, how, fact.why, "; ".join(fact.known_as)


def _csv(lines: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()
