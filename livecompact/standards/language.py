"""The words of the language of standards: what a standard may ask of the facts of a dealing.

A test is one word with its parts, written as a TOML table; it is answered yes, no or not known. The meaning of each
word is fixed here and in docs/explanation; `judging` answers it in Python, `bulk` in SQL. The language is closed: a
new word is a class here, an answer there and a query there.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from inspect import cleandoc
from typing import Any, ClassVar, Self

from livecompact.standards.periods import Period

type Table = Mapping[str, Any]


class Misspelt(ValueError):
    """A test that is not in the language: says what is wrong and, in `mend`, what would be right."""

    def __init__(self, says: str, mend: str) -> None:
        super().__init__(f"{says}; {mend}")
        self.says, self.mend = says, mend


@dataclass(frozen=True)
class DatePhrase:
    """A date told from a fact, such as "closes" or "3 months after notice_sent".

    >>> DatePhrase.read("2 working days before published")
    DatePhrase(fact='published', period=Period(count=2, unit=<Unit.WORKING_DAYS: 'working days'>), side='before')
    """

    fact: str
    period: Period | None = None
    side: str = ""

    @classmethod
    def read(cls, text: object) -> Self:
        """The phrase that a text says; Misspelt where it is none."""
        match str(text).split():
            case [fact]:
                return cls(fact)
            case [*length, ("after" | "before") as side, fact] if length:
                try:
                    return cls(fact, Period.read(" ".join(length)), side)
                except ValueError as error:
                    raise Misspelt(str(error), "for example “3 months after notice_sent”") from error
        raise Misspelt(f"“{text}” is not a date", "write a fact, or for example “3 months after notice_sent”")

    def __str__(self) -> str:
        return f"{self.period} {self.side} {self.fact}" if self.period else self.fact


@dataclass(frozen=True)
class Test:
    """One question of the language; each word below is a kind of test."""

    __test__: ClassVar[bool] = False  # no pytest class, for all its name

    keys: ClassVar[tuple[str, ...]]
    """The TOML keys by which the word is known; any one of them names it."""

    @classmethod
    def from_table(cls, table: Table) -> Self:
        """The test that a table of TOML says."""
        raise NotImplementedError

    def facts(self) -> tuple[str, ...]:
        """Every fact it looks at, in the order written."""
        raise NotImplementedError

    def parts(self) -> tuple["Test", ...]:
        """The tests it is made of; none for a simple one."""
        return ()


@dataclass(frozen=True)
class Stated(Test):
    """Yes when every fact has a value; none is no.

    example: stated = "rationale"
    """

    keys = ("stated",)
    names: tuple[str, ...]

    @classmethod
    def from_table(cls, table: Table) -> Self:
        return cls(_names(table, "stated"))

    def facts(self) -> tuple[str, ...]:
        return self.names


@dataclass(frozen=True)
class Holds(Test):
    """Yes when every flag is true; none counts as false.

    example: holds = ["affects_groups", "formal"]
    """

    keys = ("holds",)
    names: tuple[str, ...]

    @classmethod
    def from_table(cls, table: Table) -> Self:
        return cls(_names(table, "holds"))

    def facts(self) -> tuple[str, ...]:
        return self.names


@dataclass(frozen=True)
class DoesNotHold(Test):
    """Yes when every flag is false; none counts as false.

    example: does_not_hold = "one_off"
    """

    keys = ("does_not_hold",)
    names: tuple[str, ...]

    @classmethod
    def from_table(cls, table: Table) -> Self:
        return cls(_names(table, "does_not_hold"))

    def facts(self) -> tuple[str, ...]:
        return self.names


@dataclass(frozen=True)
class OneOf(Test):
    """Yes when the choice is among those listed; none is no.

    example: fact = "change", one_of = ["reduced", "ended"]
    """

    keys = ("one_of",)
    fact: str
    choices: tuple[str, ...]

    @classmethod
    def from_table(cls, table: Table) -> Self:
        return cls(_fact(table), _names(table, "one_of"))

    def facts(self) -> tuple[str, ...]:
        return (self.fact,)


class NumberOrder(StrEnum):
    """How a number compares with another."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


@dataclass(frozen=True)
class Number(Test):
    """Yes when a number or an amount compares so; none is no.

    example: fact = "months", more_than = 12
    A number may bring its unit, as a local standard's does: at_least = "36 months" asks for 36.
    """

    keys = tuple(NumberOrder)
    fact: str
    order: NumberOrder
    than: Decimal

    @classmethod
    def from_table(cls, table: Table) -> Self:
        order = _only_key(table, cls.keys)
        return cls(_fact(table), NumberOrder(order), _number(table[order], order))

    def facts(self) -> tuple[str, ...]:
        return (self.fact,)


class DateOrder(StrEnum):
    """How a date compares with another."""

    NO_EARLIER_THAN = "no_earlier_than"
    LATER_THAN = "later_than"
    NO_LATER_THAN = "no_later_than"
    EARLIER_THAN = "earlier_than"


@dataclass(frozen=True)
class Dated(Test):
    """Yes when a date stands in that order to another; where either fact is none it is no.

    example: fact = "takes_effect", no_earlier_than = "3 months after notice_sent"
    """

    keys = tuple(DateOrder)
    fact: str
    order: DateOrder
    than: DatePhrase

    @classmethod
    def from_table(cls, table: Table) -> Self:
        order = _only_key(table, cls.keys)
        return cls(_fact(table), DateOrder(order), DatePhrase.read(table[order]))

    def facts(self) -> tuple[str, ...]:
        return (self.fact, self.than.fact)


@dataclass(frozen=True)
class OpenFor(Test):
    """Yes when it was open at least so long, both days counted; where either day is none it is no.

    example: open_from = "opens", to = "closes", for_at_least = "12 weeks"
    """

    keys = ("for_at_least",)
    opens: str
    closes: str
    at_least: Period

    @classmethod
    def from_table(cls, table: Table) -> Self:
        for key in ("open_from", "to"):
            if key not in table:
                raise Misspelt(f"`{key}` is missing", 'write open_from = "opens", to = "closes"')
        try:
            period = Period.read(str(table["for_at_least"]))
        except ValueError as error:
            raise Misspelt(str(error), "for example for_at_least = “12 weeks”") from error
        return cls(str(table["open_from"]), str(table["to"]), period)

    def facts(self) -> tuple[str, ...]:
        return (self.opens, self.closes)


@dataclass(frozen=True)
class Several(Test):
    """Tests joined into one."""

    tests: tuple[Test, ...]

    @classmethod
    def from_table(cls, table: Table) -> Self:
        key = cls.keys[0]
        if not isinstance(table[key], list) or not table[key]:
            raise Misspelt(f"`{key}` holds no tests", f"write {key} = [ {{ … }}, {{ … }} ]")
        return cls(tuple(read_test(part) for part in table[key]))

    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for test in self.tests for name in test.facts()))

    def parts(self) -> tuple[Test, ...]:
        return self.tests


@dataclass(frozen=True)
class AllOf(Several):
    """No when one test is no; yes when all are yes; else not known.

    example: all_of = [ { holds = "notice_in_writing" }, { stated = "rationale" } ]
    """

    keys = ("all_of",)


@dataclass(frozen=True)
class AnyOf(Several):
    """Yes when one test is yes; no when all are no; else not known.

    example: any_of = [ { fact = "months", more_than = 12 }, { stated = "reason_for_one_year" } ]
    """

    keys = ("any_of",)


@dataclass(frozen=True)
class FirstKnownOf(Several):
    """The answer of the first test that is known.

    example: first_known_of = [ { fact = "months", more_than = 12 }, { stated = "reason_for_one_year" } ]
    """

    keys = ("first_known_of",)


WORDS: tuple[type[Test], ...] = (
    Stated,
    Holds,
    DoesNotHold,
    OneOf,
    Number,
    Dated,
    OpenFor,
    AllOf,
    AnyOf,
    FirstKnownOf,
)
BY_KEY: Mapping[str, type[Test]] = {key: word for word in WORDS for key in word.keys}
BIGGEST, DECIMALS = Decimal(10) ** 12, 6
"""What numbers a test compares with: below this, to so many decimals, so that every engine holds them exactly."""
COMPANIONS = {"fact", "open_from", "to"}
"""Keys that help a word along and name none themselves."""


def read_test(table: object) -> Test:
    """The test that a TOML table says; Misspelt where it is not in the language.

    >>> read_test({"fact": "months", "more_than": 12})
    Number(fact='months', order=<NumberOrder.MORE_THAN: 'more_than'>, than=Decimal('12'))
    """
    if not isinstance(table, Mapping):
        raise Misspelt(f"“{table}” is not a test", 'write a table, such as { stated = "rationale" }')
    if unknown := [key for key in table if key not in BY_KEY and key not in COMPANIONS]:
        raise Misspelt(f"`{unknown[0]}` is not a word of the language", f"the words are {', '.join(BY_KEY)}")
    word = BY_KEY[_only_key(table, tuple(BY_KEY))]
    if idle := [key for key in table if key in COMPANIONS and key not in _companions(word)]:
        raise Misspelt(f"`{idle[0]}` says nothing beside `{word.keys[0]}`", f"take `{idle[0]}` away")
    return word.from_table(table)


def documented(word: type[Test]) -> tuple[str, str, str]:
    """What a word's own docstring tells of it: its meaning, an example that runs, and what there is to add."""
    meaning, _, rest = cleandoc(word.__doc__ or "").partition("example:")
    example, _, more = rest.strip().partition("\n")
    return meaning.strip(), example.strip(), more.strip()


def walk(test: Test) -> Iterator[Test]:
    """A test and every test inside it."""
    yield test
    for part in test.parts():
        yield from walk(part)


def within(test: Test, change: Callable[[Test], Test]) -> Test:
    """The same test, where each simple test is changed."""
    if isinstance(test, Several):
        return type(test)(tuple(within(part, change) for part in test.tests))
    return change(test)


def _companions(word: type[Test]) -> set[str]:
    if word is OpenFor:
        return {"open_from", "to"}
    return {"fact"} if word in (OneOf, Number, Dated) else set()


def _only_key(table: Table, keys: tuple[str, ...]) -> str:
    found = [key for key in table if key in keys]
    if len(found) != 1:
        what = "no word of the language" if not found else f"the words {' and '.join(found)} at once"
        raise Misspelt(f"a test says {what}", f"say one of {', '.join(keys)}; join several with all_of or any_of")
    return str(found[0])


def _fact(table: Table) -> str:
    if not isinstance(table.get("fact"), str):
        raise Misspelt("the test names no fact", 'write fact = "months"')
    return str(table["fact"])


def _names(table: Table, key: str) -> tuple[str, ...]:
    value = table[key]
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise Misspelt(f"`{key}` lists no names", f'write {key} = "name" or {key} = ["name", "other"]')
    return tuple(names)


def _number(said: object, order: str) -> Decimal:
    """The number that a test compares with, written bare or as a length of time."""
    try:
        number = Decimal(str(said))
    except InvalidOperation:
        number = _length(said, order)
    if not number.is_finite() or abs(number) >= BIGGEST or number != round(number, DECIMALS):
        raise Misspelt(f"“{said}” is no number that can be counted with", "write up to 12 digits, and up to 6 decimals")
    return number


def _length(said: object, order: str) -> Decimal:
    try:
        return Decimal(Period.read(str(said)).count)
    except ValueError as error:
        raise Misspelt(f"“{said}” is not a number", f"write {order} = 12, or “12 months”") from error
