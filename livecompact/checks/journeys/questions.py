"""The kinds of question of a check: how each is asked, how its answer stands in an address, and what facts it gives.

An answer is one short text in the query string ("yes", "2027-03-01", "impact.views"), so that a page can be sent on.
A question is about facts of its kind and takes its words from the first of them, unless it brings its own.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext

from livecompact.frame.day import YEARS
from livecompact.frame.fields import UNSEEN, Words
from livecompact.frame.numbers import whole_number
from livecompact.kinds.kind import SAYS_NOTHING, Kind
from livecompact.standards.facts import NONE, FactValue

NOT_YET = "none"
"""The answer that there is no such day: groups have not been told, say."""

BETWEEN = "."
"""Between ticks in one answer."""

ON_RECORD = "It is on record."
"""Stands for words that are written elsewhere: the check asks only whether they are, and people judge what they say."""

POUNDS = re.compile(r"[£,\s]")


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question; `name` is its key in the address, `about` the facts that its answer gives.

    `error` is the whole message where there is no answer; `called` is what an answer is called in a sentence.
    """

    name: str
    about: tuple[str, ...] = ()
    ask: Words = ""
    hint: Words = ""
    called: Words = ""
    error: Words = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that it gives; where none are listed, the one that bears its name."""
        return self.about or (self.name,)

    def asked(self, kind: Kind) -> Words:
        """The question itself."""
        return self.ask or gettext(kind.by_name[self.facts[0]].ask)

    def hinted(self, kind: Kind) -> Words:
        """Its hint."""
        hint = "" if self.ask else kind.by_name[self.facts[0]].hint
        return self.hint or (hint and gettext(hint))

    def why(self, kind: Kind) -> Words:
        """Why it is asked."""
        fact = kind.by_name.get(self.facts[0])
        return gettext(fact.why) if fact else ""

    def read(self, said: str) -> str:
        """An answer out of an address; empty where it is none."""
        raise NotImplementedError

    def given(self, answer: str) -> Mapping[str, FactValue]:
        """The facts that an answer gives."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer to choose; `gives` are the facts that it states."""

    value: str
    text: Words
    gives: Mapping[str, FactValue] = field(default_factory=dict)
    hint: Words = ""


@dataclass(frozen=True, kw_only=True)
class Choose(Question):
    """One answer out of a few."""

    options: tuple[Option, ...]

    def read(self, said: str) -> str:
        """The answer, where it is one of the options."""
        return said if said in {option.value for option in self.options} else ""

    def given(self, answer: str) -> Mapping[str, FactValue]:
        """What the chosen option states."""
        return next(option.gives for option in self.options if option.value == answer)


@dataclass(frozen=True, kw_only=True)
class When(Question):
    """A day. `not_yet` is the text of a tick for having none; `gives_none` are the facts that the tick states.

    `says` are the facts that any day states beside its own.
    """

    not_yet: Words = ""
    gives_none: Mapping[str, FactValue] = field(default_factory=dict)
    says: Mapping[str, FactValue] = field(default_factory=dict)

    def read(self, said: str) -> str:
        """The day as an ISO date, or the word for none."""
        if said == NOT_YET:
            return said if self.not_yet else ""
        try:
            day = date.fromisoformat(said)
        except ValueError:
            return ""
        return day.isoformat() if day.year in YEARS else ""

    def given(self, answer: str) -> Mapping[str, FactValue]:
        """Each of its facts on that day."""
        if answer == NOT_YET:
            return self.gives_none
        return {**dict.fromkeys(self.facts, date.fromisoformat(answer)), **self.says}


@dataclass(frozen=True, kw_only=True)
class Say(Question):
    """A few sentences."""

    at_most: int

    def read(self, said: str) -> str:
        """The text, cut to its length; a full stop alone is none."""
        text = UNSEEN.sub("", said.replace("\0", "")).strip()[: self.at_most]
        return "" if SAYS_NOTHING.fullmatch(text) else text

    def given(self, answer: str) -> Mapping[str, FactValue]:
        """The text."""
        return dict.fromkeys(self.facts, answer)


@dataclass(frozen=True, kw_only=True)
class Amount(Question):
    """Pounds. `below` names the question whose amount it must be less than while `falling` holds."""

    wrong: Words = ""
    below: str = ""
    falling: tuple[str, str] = ("", "")
    too_much: Words = ""

    def read(self, said: str) -> str:
        """The amount as a decimal, whatever pound signs and commas are in it."""
        try:
            pounds = Decimal(POUNDS.sub("", said))
        except InvalidOperation:
            return ""
        if not pounds.is_finite() or pounds < 0 or abs(pounds.adjusted()) > MOST_DIGITS:
            return ""
        return f"{pounds:f}"

    def given(self, answer: str) -> Mapping[str, FactValue]:
        """The amount."""
        return dict.fromkeys(self.facts, Decimal(answer))


MOST_DIGITS = 11
"""An amount has at most so many digits before the point, less one."""


@dataclass(frozen=True, kw_only=True)
class Count(Question):
    """A whole number. `at_most` names the question whose number it cannot be more than."""

    wrong: Words = ""
    at_most: str = ""
    too_many: Words = ""

    def read(self, said: str) -> str:
        """The number in plain digits; empty where it is none, or too large to be one of these."""
        count = whole_number(said.strip(), COUNT_DIGITS)
        return "" if count is None else str(count)

    def given(self, answer: str) -> Mapping[str, FactValue]:
        """The number."""
        return dict.fromkeys(self.facts, Decimal(answer))


COUNT_DIGITS = 4


@dataclass(frozen=True, kw_only=True)
class Tick(Question):
    """Any of several things that were done; `none` is the text for none of them, where that is an answer.

    What is not ticked was not done: its option's `unless_ticked` facts are stated as none.
    """

    options: tuple["Done", ...]
    none: Words = ""

    def read(self, said: str) -> str:
        """What was ticked, in the order of the options; "none" where nothing was done."""
        ticked = said.split(BETWEEN)
        if NOT_YET in ticked:
            return NOT_YET if self.none else ""
        return BETWEEN.join(option.value for option in self.options if option.value in ticked)

    def given(self, answer: str) -> Mapping[str, FactValue]:
        """What was done, and what was not."""
        ticked = set(answer.split(BETWEEN))
        facts: dict[str, FactValue] = {}
        for option in self.options:
            facts |= option.gives if option.value in ticked else dict.fromkeys(option.facts, NONE)
        return facts

    def ticked_too(self, answer: str, facts: Collection[str]) -> str:
        """The answer with a tick for everything that gives one of these facts; none where there was no answer."""
        ticked = set(answer.split(BETWEEN)) - {NOT_YET, ""}
        more = {option.value for option in self.options if set(option.facts) & set(facts)}
        return self.read(BETWEEN.join(ticked | more)) or answer if answer else ""


@dataclass(frozen=True, kw_only=True)
class Done:
    """One thing that may have been done: the facts that it is about, and those that the tick itself states."""

    value: str
    text: Words
    facts: tuple[str, ...]
    gives: Mapping[str, FactValue] = field(default_factory=dict)
