"""A standard: how one promise is tested on one kind of dealing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from livecompact.standards.calendar import Calendar
from livecompact.standards.facts import Fact, Facts
from livecompact.standards.language import DatePhrase, Test, walk


class Side(StrEnum):
    """Whom an undertaking binds, and who acted."""

    STATUTORY = "statutory"
    VOLUNTARY = "voluntary"
    JOINT = "joint"


class Basis(StrEnum):
    """Where a standard comes from: the text, the area's own decision, or a mere tip."""

    TEXT = "text"
    LOCAL = "local"
    PROMPT = "prompt"


class Verdict(StrEnum):
    """What a standard says of a dealing on a day."""

    KEPT = "kept"
    EXPLAINED = "explained"
    NOT_KEPT = "not kept"
    NOT_YET_DUE = "not yet due"
    NO_EVIDENCE = "no evidence"


DOES_NOT_SPEAK = "does not speak"


@dataclass(frozen=True)
class Adopted:
    """That an area's group agreed a local standard: when, who, and where it is minuted."""

    on: date
    by: str
    minute: str


@dataclass(frozen=True)
class Example:
    """A worked example: what is given, on which day it is asked, and the verdict that must come out."""

    say: str
    given: Facts
    verdict: str
    on: date | None = None
    here: bool = False


@dataclass(frozen=True)
class Before:
    """A rule of a kind: one date cannot lie before another; `say` is what is wrong where it does."""

    fact: str
    cannot_precede: str
    say: str

    def names(self) -> frozenset[str]:
        """The two facts it compares."""
        return frozenset({self.fact, self.cannot_precede})

    def broken_by(self, facts: Facts) -> bool:
        """Whether both dates are known and stand in an order that cannot be."""
        first, second = facts.day(self.fact), facts.day(self.cannot_precede)
        return first is not None and second is not None and first < second


@dataclass(frozen=True, kw_only=True, eq=False)
class Setting:
    """What surrounds a standard: its undertaking, the kind of dealing, and the agreement it stands in.

    `dated_by` is the fact that dates a dealing of the kind.
    """

    binds: Side
    calendar: Calendar
    only: tuple[str, ...] = ()
    way_out: tuple[str, ...] = ()
    acted_by: Side = Side.STATUTORY
    facts: Mapping[str, Fact] = field(default_factory=dict)
    never: tuple[Before, ...] = ()
    dated_by: str = ""
    called: str = "Compact"
    edition: str = ""

    @cached_property
    def presumed(self) -> dict[str, bool]:
        """The flags that count as said, for `when` only, where nobody stated them."""
        return {name: fact.presumed for name, fact in self.facts.items() if fact.presumed is not None}


@dataclass(frozen=True, kw_only=True)
class Standard:
    """One rule over the facts of one kind of dealing, as an agreement's standards.toml says it.

    `due` is the last day for doing it: a date phrase, or several of which the earliest known counts.
    `excusable` is False where the undertaking's way out does not reach this part of it.
    `judged_by_people` is True where a record is all that can be seen: it is there, or there is no evidence.
    A published standard is never edited: it gets an `until`, and a new code follows.
    """

    code: str
    undertaking: str
    of: str
    asks: str
    basis: Basis
    kept: Test
    setting: Setting
    when: Test | None = None
    unless: Test | None = None
    due: tuple[DatePhrase, ...] = ()
    silence_is_not_kept: bool = False
    every_year: bool = False
    excusable: bool = True
    judged_by_people: bool = False
    suggested: str = ""
    adopted: Adopted | None = None
    since: date | None = None
    until: date | None = None
    source: str = ""
    examples: tuple[Example, ...] = ()

    @cached_property
    def gives_verdicts(self) -> bool:
        """Whether it comes from the text, or the area has adopted it; else it only advises."""
        return self.basis is Basis.TEXT or (self.basis is Basis.LOCAL and self.adopted is not None)

    @cached_property
    def has_way_out(self) -> bool:
        """Whether a reason excuses: the undertaking's own words allow less, and reach this part of it."""
        return bool(self.setting.way_out) and self.excusable

    @cached_property
    def tests(self) -> tuple[Test, ...]:
        """Its tests, those that are there."""
        return tuple(test for test in (self.kept, self.unless, self.when) if test is not None)

    @cached_property
    def weighed(self) -> frozenset[str]:
        """The facts of `kept`, `unless` and `due`: those that a contradiction would spoil."""
        unless = self.unless.facts() if self.unless else ()
        return frozenset((*self.kept.facts(), *unless, *(phrase.fact for phrase in self.due)))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Every fact it looks at, in the order written."""
        named = [name for test in self.tests for name in test.facts()]
        return tuple(dict.fromkeys([*named, *(phrase.fact for phrase in self.due)]))

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """The facts that hold a reason for doing less."""
        within = self.unless or self.kept
        names = [name for test in walk(within) for name in test.facts()]
        return tuple(n for n in dict.fromkeys(names) if n in self.setting.facts and self.setting.facts[n].is_reason)

    @cached_property
    def kept_by(self) -> tuple[Test, ...]:
        """The simple tests of which `kept` is made."""
        return tuple(test for test in walk(self.kept) if not test.parts())

    @cached_property
    def rules(self) -> tuple[Before, ...]:
        """The rules of the kind whose dates it weighs both."""
        return tuple(rule for rule in self.setting.never if rule.names() <= self.weighed)

    def speaks_on(self, day: date) -> bool:
        """Whether it was in force on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
