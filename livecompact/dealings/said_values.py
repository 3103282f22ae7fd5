"""What another side says a fact is, as its dispute keeps it: one text in the encoding of the kind."""

from livecompact.kinds.kind import Kind, read_value, write_value
from livecompact.standards.facts import Fact, FactType, FactValue

FLAGS = {"true": True, "false": False}
CAN_BE_DISPUTED = (FactType.DATE, FactType.NUMBER, FactType.AMOUNT, FactType.FLAG, FactType.CHOICE)
"""Words are answered with words, by a reply: only what has one right value is disputed."""


def encoded(value: FactValue) -> str:
    """A value as a text.

    >>> encoded(True), encoded("grant")
    ('true', 'grant')
    """
    held = write_value(value)
    return str(held).lower() if isinstance(held, bool) else held


def decoded(fact: Fact, text: str) -> FactValue:
    """The value that such a text is of."""
    return read_value(fact, FLAGS.get(text, text) if fact.type is FactType.FLAG else text)


def disputable(of: Kind) -> tuple[Fact, ...]:
    """The facts of a kind over which two sides may disagree: those that everybody reads, and that have one value."""
    return tuple(fact for fact in of.facts if fact.public and not fact.personal and fact.type in CAN_BE_DISPUTED)
