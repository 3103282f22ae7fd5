"""A kind of dealing: the facts it may have, its questions and its words, as one small file of data each.

Facts are kept in one encoding: ISO dates, amounts and numbers as decimal strings, choices as slugs, "none" for an
answer of none, and nothing at all for what is not known.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cached_property

from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, Facts, FactType, FactValue
from livecompact.standards.standard import Before, Side

SAYS_NOTHING = re.compile(r"[\W_]*")


class Misstated(ValueError):
    """A fact that cannot be what is written: which fact, what was found, and what would be right."""

    def __init__(self, fact: str, found: object, mend: str) -> None:
        super().__init__(f"gives {fact} as “{found}”; {mend}")
        self.fact, self.found, self.mend = fact, found, mend


class Sum(StrEnum):
    """What a list inside a dealing is summed up to; a standard sees only these."""

    COUNT = "count"
    MISSING = "missing"
    FIRST = "first"
    LAST = "last"
    TOTAL = "total"


@dataclass(frozen=True)
class SummedUp:
    """That a fact of the dealing sums up one fact of the rows of a list."""

    fact: str
    how: Sum
    of: str


type Lists = Mapping[str, Sequence[Mapping[str, str | bool]]]
"""The rows of the lists inside a dealing, by the name of the list, each row in the encoding of facts."""


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A small list inside a dealing, such as the partners who were told, and the facts that sum it up.

    `row` is what one of them is called. Each row has its first fact.
    """

    name: str
    label: str
    row: str
    facts: tuple[Fact, ...]
    gives: tuple[SummedUp, ...] = ()


class Topic(StrEnum):
    """What a kind is about, in the order in which somebody who records something is asked."""

    ASKING = "Asking and deciding"
    MONEY = "Giving and getting money"
    TOGETHER = "Working together"
    TELLING = "Telling and looking back"


@dataclass(frozen=True, kw_only=True)
class Phases:
    """What the times of a dealing with a beginning and an end are called.

    `endless` is what it is called once it has begun, where no end is known; empty where that cannot be told.
    """

    coming: str
    running: str
    over: str
    done: str = ""
    endless: str = ""


@dataclass(frozen=True)
class Deadline:
    """A fact that is a day to keep in mind, and how a calendar names it and says it; both may hold {title}, {who}."""

    fact: str
    entry: str
    says: str


@dataclass(frozen=True)
class Fold:
    """Facts that not every dealing has something to say on: a form folds their questions away under these words."""

    says: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of dealing.

    `happens_on` is the fact that dates a dealing: the edition in force on that day judges it. `ends_on`, `done_on` and
    `amount` are the facts, if there are any, by which lists tell that it is over, that all is done, and its size.
    `never` are the rules that its dates cannot break. `title`, `organisation`, `partner` and `identifier` are the
    column names by which publishers give the dealing's own name, who acted, towards whom, and its reference;
    `organisation_id` and `partner_id` those of the org-ids of both.

    `part` is its part of an address, `by` what the one who acted is called, and `towards` the one who is concerned,
    where there is one. `tells` is the fact that publishing brings about, and `comes_later` are those that a plan may
    foresee. `changes` are the facts that may change once it is public; all of them where none is named. `folds` are
    the parts of a long form that stay folded until somebody wants them; with them, its lists stay so too.
    """

    name: str
    called: str
    plural: str
    says: str
    happens_on: str
    part: str
    topic: Topic
    by: str
    facts: tuple[Fact, ...]
    towards: str = ""
    phases: Phases | None = None
    deadlines: tuple[Deadline, ...] = ()
    tells: str = ""
    comes_later: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    folds: tuple[Fold, ...] = ()
    ends_on: str = ""
    done_on: str = ""
    amount: str = ""
    rows: tuple[Rows, ...] = ()
    never: tuple[Before, ...] = ()
    acted_by: Side = Side.STATUTORY
    title: tuple[str, ...] = ("title",)
    organisation: tuple[str, ...] = ("organisation",)
    organisation_id: tuple[str, ...] = ("organisation id",)
    partner: tuple[str, ...] = ()
    partner_id: tuple[str, ...] = ()
    identifier: tuple[str, ...] = ("identifier", "id", "url")

    @cached_property
    def by_name(self) -> dict[str, Fact]:
        """Its facts by name."""
        return {fact.name: fact for fact in self.facts}

    @cached_property
    def is_private(self) -> bool:
        """Whether only the two sides see it: not even its day is for everyone."""
        return not self.by_name[self.happens_on].public

    def read(self, said: Mapping[str, object]) -> Facts:
        """The facts of one dealing out of the encoding (or TOML's own dates, numbers and flags).

        ValueError names the fact, what was found and what would be right.
        """
        flat = {name: value for name, value in said.items() if name not in {rows.name for rows in self.rows}}
        if unknown := sorted(set(flat) - set(self.by_name)):
            raise Misstated(unknown[0], flat[unknown[0]], f"a {self.called} has {', '.join(self.by_name)}")
        facts = {name: read_value(self.by_name[name], value) for name, value in flat.items()}
        for rows in self.rows:
            if rows.name in said:
                facts |= _sums(rows, said[rows.name])
        return Facts({name: value for name, value in facts.items() if value is not NOT_KNOWN})

    def day(self, fact: str, said: Mapping[str, object]) -> date | None:
        """The day that one fact holds, or None where it holds none; nothing else is read out of the encoding."""
        value = read_value(self.by_name[fact], said.get(fact))
        return value if isinstance(value, date) else None

    def sums(self, lists: Lists) -> Facts:
        """What the rows of these lists come to."""
        return self.read(lists)

    def write(self, facts: Facts) -> dict[str, str | bool]:
        """The same facts in the encoding.

        Flags are true or false; everything else is a text.
        """
        return {name: write_value(value) for name, value in facts.items() if value is not NOT_KNOWN}


def read_value(fact: Fact, said: object) -> FactValue:
    """The value of one fact out of the encoding; Misstated says what would be right."""
    if said is None or said == "":
        return NOT_KNOWN
    if said == "none":
        return NONE
    match fact.type:
        case FactType.DATE:
            return _date(fact, said)
        case FactType.NUMBER | FactType.AMOUNT:
            return _number(fact, said)
        case FactType.FLAG:
            if not isinstance(said, bool):
                raise Misstated(fact.name, said, "write true, false or “none”")
            return said
        case FactType.CHOICE:
            if said not in fact.choices:
                raise Misstated(fact.name, said, f"write one of {', '.join(fact.choices)}")
            return str(said)
        case FactType.TEXT:
            return NOT_KNOWN if SAYS_NOTHING.fullmatch(str(said)) else str(said)


def write_value(value: FactValue) -> str | bool:
    """One value in the encoding.

    >>> write_value(date(2025, 3, 3)), write_value(Decimal("12")), write_value(NONE), write_value(True)
    ('2025-03-03', '12', 'none', True)
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return "none" if value is NONE else str(value)


def _date(fact: Fact, said: object) -> date:
    if isinstance(said, date) and not isinstance(said, datetime):
        return said
    try:
        return date.fromisoformat(str(said))
    except ValueError as error:
        raise Misstated(fact.name, said, "write a date such as 2025-03-31") from error


def _number(fact: Fact, said: object) -> Decimal:
    try:
        number = Decimal(str(said))
    except InvalidOperation as error:
        raise Misstated(fact.name, said, "write a number such as 12 or 1250.50") from error
    if isinstance(said, bool) or not number.is_finite():
        raise Misstated(fact.name, said, "write a number such as 12 or 1250.50")
    return number


def _sums(rows: Rows, said: object) -> dict[str, FactValue]:
    """What a list inside a dealing comes to, for each fact that sums it up."""
    if isinstance(said, str) or not isinstance(said, Sequence):
        raise Misstated(rows.name, said, "write a list of tables")
    if others := [row for row in said if not isinstance(row, Mapping)]:
        raise Misstated(rows.name, others[0], "write a list of tables")
    by_name = {fact.name: fact for fact in rows.facts}
    if unknown := [name for row in said for name in row if name not in by_name]:
        raise Misstated(rows.name, unknown[0], f"its tables have {', '.join(by_name)}")
    read = [{name: read_value(by_name[name], value) for name, value in row.items()} for row in said]
    return {gives.fact: _summed(gives, [row.get(gives.of, NOT_KNOWN) for row in read]) for gives in rows.gives}


def _summed(gives: SummedUp, values: list[FactValue]) -> FactValue:
    dates = [value for value in values if isinstance(value, date)]
    match gives.how:
        case Sum.COUNT:
            return Decimal(len(values))
        case Sum.MISSING:
            return Decimal(sum(value is NONE or value is NOT_KNOWN for value in values))
        case Sum.FIRST:
            return min(dates, default=NOT_KNOWN)
        case Sum.LAST:
            return max(dates, default=NOT_KNOWN)
        case Sum.TOTAL:
            numbers = [value for value in values if isinstance(value, Decimal)]
            return sum(numbers, Decimal(0)) if len(numbers) == len(values) else NOT_KNOWN
