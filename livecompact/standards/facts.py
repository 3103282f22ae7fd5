"""What is known of one dealing: each fact is a value, none, or not known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Literal

type Value = date | Decimal | str | bool


class Unsaid(Enum):
    """The two ways in which a fact has no value.

    NONE is an answer ("we have not told them", "no reason was given"); NOT_KNOWN is the lack of one.
    """

    NONE = "none"
    NOT_KNOWN = "not known"

    __hash__ = object.__hash__  # there is one object of each; an enumeration would ask for its name first


NONE: Literal[Unsaid.NONE] = Unsaid.NONE
NOT_KNOWN: Literal[Unsaid.NOT_KNOWN] = Unsaid.NOT_KNOWN

type FactValue = Value | Unsaid


class FactType(StrEnum):
    """What a fact's value is: dates are civil dates of Europe/London, amounts are pounds."""

    DATE = "date"
    NUMBER = "number"
    AMOUNT = "amount"
    TEXT = "text"
    FLAG = "flag"
    CHOICE = "choice"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One fact that a kind of dealing may have, and the words for it.

    `label` is a noun phrase ("the closing date"). A date or a flag also has a clause for now and for the past
    (`happens` "it closes", `happened` "it closed"), a flag one for its denial (`denied` "it is informal"), and
    `do` is how to bring it about, as an order ("Close"), which advice begins with.
    `known_as` are the column names that publishers use; `was` its names in earlier versions of the kind.
    """

    name: str
    type: FactType
    label: str
    ask: str
    why: str
    hint: str = ""
    happens: str = ""
    happened: str = ""
    denied: str = ""
    do: str = ""
    choices: tuple[str, ...] = ()
    is_reason: bool = False
    presumed: bool | None = None
    public: bool = True
    personal: bool = False
    known_as: tuple[str, ...] = ()
    was: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts(Mapping[str, FactValue]):
    """The facts of one dealing by name; a fact that nobody stated reads as NOT_KNOWN.

    >>> Facts({"opens": date(2025, 3, 3)})["closes"]
    <Unsaid.NOT_KNOWN: 'not known'>
    """

    stated: Mapping[str, FactValue] = field(default_factory=dict)

    def __getitem__(self, name: str) -> FactValue:
        return self.stated.get(name, NOT_KNOWN)

    def __iter__(self) -> Iterator[str]:
        return iter(self.stated)

    def __len__(self) -> int:
        return len(self.stated)

    def __contains__(self, name: object) -> bool:
        return name in self.stated

    def day(self, name: str) -> date | None:
        """The date that a fact holds, or None where it holds none."""
        value = self[name]
        return value if isinstance(value, date) else None

    def with_silence_as_none(self, names: frozenset[str]) -> "Facts":
        """The same facts, where each named one that is not known counts as none."""
        return Facts({**self.stated, **{name: NONE for name in names if self[name] is NOT_KNOWN}})
