"""What each standard of a Compact will say of a dealing and from which day, out of its facts alone.

Nothing here asks a table or a clock. The same words judge before a dealing is saved, when it is, and when a test counts
everything again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType

from livecompact.agreements import Agreement
from livecompact.kinds.kind import Kind
from livecompact.standards.facts import Facts
from livecompact.standards.judging import Answer, Finding, judge
from livecompact.standards.periods import Period
from livecompact.standards.standard import Side, Standard, Verdict

REPLY_WINDOW = "10 working days"
"""How long an organisation has to explain where its Compact names no other time: ours, not a text's."""
A_DAY = timedelta(days=1)
ONCE_ALL_HAS_COME = date.max
"""The day on which every verdict has settled: judged on it, a finding says both what it will be and from when."""


class Shown(StrEnum):
    """What is shown of one check, the one that a promise's single tag takes first before all others."""

    NOT_KEPT = "not kept"
    WAITING = "waiting"
    DISAGREE = "disagree"
    NO_EVIDENCE = "no evidence"
    NOT_YET_DUE = "not yet due"
    EXPLAINED = "explained"
    KEPT = "kept"


@dataclass(frozen=True)
class Spell:
    """What is shown from one day to another, both days counted."""

    shown: Shown
    since: date
    until: date


@dataclass(frozen=True)
class Act:
    """A dealing as a judge sees it: its facts, and who acted, by side and by identifiers."""

    kind: Kind
    facts: Facts
    side: Side
    org_ids: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day that dates it."""
        return self.facts.day(self.kind.happens_on)


@dataclass(frozen=True)
class Settled:
    """What one standard will say, from `settles_on` on, or at once where there is no day.

    `asked_on` and `answer_by` are the first and the last day of the time to explain, where it has begun or will. From
    `disputed_on` on the two sides disagree over a fact that it rests on.
    """

    standard: str
    undertaking: str
    settles_on: date | None
    verdict: Verdict
    met: Answer
    asked_on: date | None = None
    answer_by: date | None = None
    disputed_on: date | None = None

    def on(self, day: date) -> Shown:
        """What is shown on a day."""
        if self.disputed_on and day >= self.disputed_on:
            return Shown.DISAGREE
        if self.settles_on and day < self.settles_on:
            return Shown.NOT_YET_DUE
        if self.verdict is Verdict.NOT_KEPT and (self.answer_by is None or day <= self.answer_by):
            return Shown.WAITING
        return Shown(self.verdict.value)


def findings(act: Act, agreement: Agreement, today: date, explained: Collection[str] = ()) -> list[Finding]:
    """What each standard in force on the day of an act says of it on a day, in the order of the text.

    None where no edition was in force then. `explained` are the codes of the standards with an explanation.
    """
    standards = standards_on(agreement, act.kind, act.day) if act.day else ()
    found = (_judged(standard, act, today, standard.code in explained) for standard in standards)
    return [each for each in found if each]


def standards_on(agreement: Agreement, of: Kind, day: date) -> tuple[Standard, ...]:
    """The standards by which an act of a day is judged: those of the edition in force then; none where none was."""
    edition = agreement.edition_in_force(day)
    return edition.standards_for(of.name) if edition else ()


def settled(
    act: Act,
    agreement: Agreement,
    explained: Collection[str] = (),
    disputed: Mapping[str, date] = MappingProxyType({}),
) -> list[Settled]:
    """What every standard that gives verdicts will say once its day has come; no time to explain in it yet.

    `disputed` are the facts of which the other side says another value, each with the day since which it does.
    """
    if act.day is None:
        return []
    return [
        _settled(each, disputed)
        for each in findings(act, agreement, ONCE_ALL_HAS_COME, explained)
        if each.standard.gives_verdicts
    ]


def settled_by(standard: Standard, act: Act) -> Settled | None:
    """What one standard that gives verdicts will say of an act that has its day; None where it does not speak."""
    finding = _judged(standard, act, ONCE_ALL_HAS_COME, explained=False) if act.day else None
    return _settled(finding, {}) if finding else None


def with_time_to_explain(
    new: Iterable[Settled],
    before: Iterable[Settled],
    agreement: Agreement,
    *,
    today: date,
    changed_on: date,
    reached_on: date | None,
) -> list[Settled]:
    """The same with the days of the time to explain.

    It begins when a finding is not kept, its facts are told and the organisation was reached, whichever is last. Once
    it has run for a day it stays: there is one for each standard, and no change opens another.
    """
    begun = {each.standard: each for each in before if each.asked_on and each.asked_on < today}
    return [_asked(each, begun.get(each.standard), agreement, changed_on, reached_on) for each in new]


def last_day_to_answer(agreement: Agreement, asked_on: date) -> date | None:
    """The last day of the time to answer that began on a day."""
    return Period.read(agreement.reply_window or REPLY_WINDOW).after(asked_on, agreement.calendar)


def worst(shown: Iterable[Shown]) -> Shown | None:
    """The one tag of several checks; None where there is none."""
    there = set(shown)
    return next((each for each in Shown if each in there), None)


def spells(found: Collection[Settled]) -> list[Spell]:
    """The one tag of several checks on every day that there is; none where there is no check.

    >>> [late] = [Settled("4.1", "4.1", date(2027, 3, 1), Verdict.KEPT, Answer.YES)]
    >>> [(each.shown.value, each.until.isoformat()) for each in spells([late])]
    [('not yet due', '2027-02-28'), ('kept', '9999-12-31')]
    """
    turns = sorted({date.min, *(day for each in found for day in _turns(each))})
    said = [(shown, day) for day in turns if (shown := worst(each.on(day) for each in found))]
    begun = [(shown, next(days)[1]) for shown, days in groupby(said, lambda each: each[0])]
    ends = [*(since - A_DAY for _shown, since in begun[1:]), date.max]
    return [Spell(shown, since, until) for (shown, since), until in zip(begun, ends, strict=False)]


def _turns(of: Settled) -> Iterator[date]:
    """The days on which what a check shows may change."""
    if of.settles_on:
        yield of.settles_on
    if of.disputed_on:
        yield of.disputed_on
    if of.answer_by and of.answer_by < date.max:
        yield of.answer_by + A_DAY


def _judged(standard: Standard, act: Act, today: date, explained: bool) -> Finding | None:
    only = standard.setting.only
    named = next((each for each in act.org_ids if each in only), "nobody that is named") if only else ""
    return judge(standard, act.facts, today, here=True, explained=explained, side=act.side, organisation=named)


def _settled(finding: Finding, disputed: Mapping[str, date]) -> Settled:
    """What was found on the day on which all has come."""
    of = finding.standard
    assert finding.verdict is not None  # noqa: S101 (only standards that give verdicts are asked)
    since = min((disputed[name] for name in of.facts if name in disputed), default=None)
    return Settled(of.code, of.undertaking, finding.settles_on, finding.verdict, finding.met, disputed_on=since)


def _asked(
    new: Settled, begun: Settled | None, agreement: Agreement, changed_on: date, reached_on: date | None
) -> Settled:
    if begun is not None:
        return replace(new, asked_on=begun.asked_on, answer_by=begun.answer_by)
    if new.verdict is not Verdict.NOT_KEPT or reached_on is None:
        return new
    asked_on = max(day for day in (changed_on, reached_on, new.settles_on) if day)
    return replace(new, asked_on=asked_on, answer_by=last_day_to_answer(agreement, asked_on))
