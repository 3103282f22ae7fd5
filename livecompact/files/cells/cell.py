"""One cell as one fact: a value, none, or not known."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from livecompact.files.cells.amounts import PLAIN, read_amount, read_number, written
from livecompact.files.cells.dates import WINDOW_WITHOUT_TODAY, Order, read_date
from livecompact.files.columns.naming import folded
from livecompact.files.unreadable import LIMITS, CannotReadCell
from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, FactType, FactValue

UNSAID = frozenset(
    {"n/a", "na", "n.a.", "#n/a", "tbc", "tba", "t.b.c.", "tbd", "not known", "unknown", "not applicable"}
)
"""What people write where they know nothing, beside a blank and mere punctuation."""
YES = frozenset({"yes", "y", "true", "t", "1"})
NO = frozenset({"no", "n", "false", "f", "0"})
SPREADSHEET_ERROR = re.compile(r"#(?:REF|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC)[!?]", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How the cells of one column are to be read.

    `none` and `unsaid` are what else this publisher writes for none and for not known, in small letters.
    """

    blank_is_none: bool = False
    none: frozenset[str] = field(default_factory=frozenset)
    unsaid: frozenset[str] = field(default_factory=frozenset)
    order: Order = Order.DAY_FIRST
    century: int = WINDOW_WITHOUT_TODAY


USUAL = Manner()


def read_cell(fact: Fact, text: str, manner: Manner = USUAL) -> FactValue:
    """What a cell says of a fact; CannotReadCell tells what is wrong and what would be right.

    >>> closes = Fact(name="closes", type=FactType.DATE, label="the closing date", ask="", why="")
    >>> read_cell(closes, "25 May 2025"), read_cell(closes, "TBC"), read_cell(closes, "None")
    (datetime.date(2025, 5, 25), <Unsaid.NOT_KNOWN: 'not known'>, <Unsaid.NONE: 'none'>)
    """
    text = " ".join(text.split())
    word = text.casefold()
    if not text:
        return NONE if manner.blank_is_none else NOT_KNOWN
    if word in manner.none:
        return NONE
    if word in manner.unsaid:
        return NOT_KNOWN
    if word == "none":
        return NONE
    if word in UNSAID or SAYS_NOTHING.fullmatch(text):
        return NOT_KNOWN
    if SPREADSHEET_ERROR.fullmatch(text):
        raise CannotReadCell("This is an error of the spreadsheet, not a value.", "Mend its formula and save it again.")
    return _value(fact, text, manner)


def as_read(value: FactValue) -> str:
    """A value as it is told to people who ask what was read: 2025-03-31, 1200, yes, none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return written(value)
    return "none" if value is NONE else "not known" if value is NOT_KNOWN else str(value)


def is_changed(fact: Fact, text: str, value: FactValue) -> bool:
    """Whether a reading differs so from what is written that people want to be told."""
    text = " ".join(text.split())
    if value is NOT_KNOWN:
        return bool(text)
    if value is NONE:
        return text.casefold() != "none"
    if fact.type in {FactType.NUMBER, FactType.AMOUNT}:
        return not PLAIN.fullmatch(text)
    return fact.type is FactType.DATE and text != str(value)


def _value(fact: Fact, text: str, manner: Manner) -> FactValue:
    if fact.type is FactType.DATE:
        return read_date(text, manner.order, manner.century)
    return READ[fact.type](fact, text)


def _flag(_: Fact, text: str) -> bool:
    word = text.casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise CannotReadCell("We cannot read this as yes or no.", "Write yes or no.")


def _choice(fact: Fact, text: str) -> str:
    for choice in fact.choices:
        if folded(choice) == folded(text):
            return choice
    raise CannotReadCell("This is not one of the choices.", f"Write one of: {', '.join(fact.choices)}.")


def _text(_: Fact, text: str) -> str:
    if len(text) > LIMITS.cell:
        raise CannotReadCell("This text is too long.", f"Cut it to {LIMITS.cell:,} characters.")
    return text


READ: dict[FactType, Callable[[Fact, str], FactValue]] = {
    FactType.NUMBER: lambda _, text: read_number(text),
    FactType.AMOUNT: lambda _, text: read_amount(text),
    FactType.FLAG: _flag,
    FactType.CHOICE: _choice,
    FactType.TEXT: _text,
}
