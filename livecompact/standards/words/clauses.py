"""How each fact is spoken of: the clauses that a kind gives it, and those made from its label."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from livecompact.standards.facts import Fact, FactType, FactValue
from livecompact.standards.words.saying import money, number

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
    if is_said_to_be_given(fact):
        pause = "," if ", " in fact.label else ""
        return f"whether a {bare(fact.label)}{pause} {'was' if past else 'is'} given"
    if fact.is_reason:
        return f"of any {bare(fact.label)}"
    if fact.type is FactType.FLAG and not fact.label.startswith("whether "):
        return f"whether {happened(fact) if past else happens(fact)}"
    return fact.label


def is_said_to_be_given(fact: Fact) -> bool:
    """Whether a fact is a reason by its label, which one can say was given, or was not."""
    return fact.label.startswith("the reason ")


def bare(label: str) -> str:
    """A label without its article."""
    return label.removeprefix("the ")


def is_deadline(fact: Fact) -> bool:
    """Whether a date is by its label a last day, which is itself in time."""
    return "by which" in fact.label or fact.label.startswith("the last day")


def so(fact: Fact, flag: bool) -> str:
    """A flag, once "whether …" has been said: "it is", "it does not"."""
    clause = happens(fact)
    found = SUBJECT_AND_VERB.match(clause)
    if not found and not clause.startswith("it "):
        return clause if flag else denied(fact)
    verb = found[1] if found else "does"
    subject = "they" if verb in {"are", "were"} else "it"
    return f"{subject} {verb}" + ("" if flag else " not")


def the_answer_to(fact: Fact) -> str:
    """A fact by its question: "the answer to “What is it?”"."""
    return f"the answer to “{fact.ask}”" if fact.ask else fact.label


def shown(fact: Fact, value: FactValue) -> str:
    """A number or an amount as it is said; a text is never repeated."""
    if not isinstance(value, Decimal):
        return "given"
    return money(value) if fact.type is FactType.AMOUNT else number(value)
