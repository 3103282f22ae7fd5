"""How each fact is spoken of: the clauses that a kind gives it, and those made from its label."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from livecompact.standards.facts import Fact, FactType, FactValue
from livecompact.standards.words.saying import listed, money, number

SUBJECT_AND_VERB = re.compile(r"(?:it|they|(?:the )?\w+(?: \w+)?) (is|are|was|were|has|have|will|can)\b")


def fact_of(facts: Mapping[str, Fact], name: str) -> Fact:
    """A fact of the kind; one that the kind does not know is spoken of by its name."""
    label = f"the {name.replace('_', ' ')}"
    return facts[name] if name in facts else Fact(name=name, type=FactType.TEXT, label=label, ask="", why="")


def happens(fact: Fact) -> str:
    """The clause for a date or a flag, now or to come: "it closes"."""
    return fact.happens or f"{fact.label} comes"


def happened(fact: Fact) -> str:
    """The clause for what is past: "it closed"."""
    return fact.happened or fact.happens or f"{fact.label} came"


def denied(fact: Fact) -> str:
    """The clause for a flag that is false: "it is informal"."""
    return fact.denied or f"it is not so that {happens(fact)}"


def at(fact: Fact, day: date, today: date) -> str:
    """The clause in the tense that its day calls for: what lies before today is past."""
    return happened(fact) if day < today else happens(fact)


def asked_about(fact: Fact, *, past: bool) -> str:
    """What follows "Nobody has told us": "when it closed", "whether it is informal", "the amount"."""
    if fact.type is FactType.DATE and (fact.happens or fact.happened):
        return f"when {happened(fact) if past else happens(fact)}"
    if fact.is_reason:
        return f"whether there {'was' if past else 'is'} {a(fact.label)}"
    if fact.type is FactType.FLAG and not fact.label.startswith("whether "):
        return f"whether {happened(fact) if past else happens(fact)}"
    return fact.label


def a(label: str) -> str:
    """A label as something that need not be there: "the reason for less" becomes "a reason for less"."""
    return f"a {bare(label)}" if label.startswith("the ") else label


def bare(label: str) -> str:
    """A label without its article."""
    return label.removeprefix("the ")


def so(fact: Fact, flag: bool) -> str:
    """A flag, once "whether …" has been said: "it is", "it does not"."""
    clause = happens(fact)
    found = SUBJECT_AND_VERB.match(clause)
    if not found and not clause.startswith("it "):
        return clause if flag else denied(fact)
    verb = found[1] if found else "does"
    subject = "they" if verb in {"are", "were"} else "it"
    return f"{subject} {verb}" + ("" if flag else " not")


def shown(fact: Fact, value: FactValue) -> str:
    """A number, an amount or a choice as it is said; a text is never repeated."""
    if isinstance(value, Decimal):
        return money(value) if fact.type is FactType.AMOUNT else number(value)
    return str(value).replace("-", " ")


def labels(facts: Mapping[str, Fact], names: Sequence[str], joined: str = "and") -> str:
    """The labels of several facts."""
    return listed([fact_of(facts, name).label for name in names], joined)
