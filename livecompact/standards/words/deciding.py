"""Which simple tests decided an answer, and which facts would decide one that is not known yet."""

from dataclasses import dataclass, replace
from datetime import date

from livecompact.standards.calendar import Calendar
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, Facts
from livecompact.standards.judging import Answer, Finding, Reason, value
from livecompact.standards.language import AllOf, DoesNotHold, FirstKnownOf, Holds, Several, Test
from livecompact.standards.standard import Setting, Standard
from livecompact.standards.words.clauses import fact_of


@dataclass(frozen=True)
class Case:
    """A finding as it is spoken of: its facts, and whether what is not known counted as none.

    `past` is whether its day is over: what is to come is said in the present tense.
    """

    finding: Finding
    facts: Facts
    silent: bool

    @property
    def standard(self) -> Standard:
        """The standard that speaks."""
        return self.finding.standard

    @property
    def setting(self) -> Setting:
        """The agreement and the kind that it speaks in."""
        return self.standard.setting

    @property
    def calendar(self) -> Calendar:
        """The working days that it counts by."""
        return self.setting.calendar

    @property
    def today(self) -> date:
        """The day on which it speaks."""
        return self.finding.today

    @property
    def past(self) -> bool:
        """Whether it has settled, or has no day to wait for and nothing of it still lies ahead."""
        if self.finding.settles_on is not None:
            return self.finding.settles_on <= self.today
        days = [self.day(name) for name in self.standard.weighed] if self.standard.due else []
        return not any(day >= self.today for day in days if day)

    def fact(self, name: str) -> Fact:
        """A fact of the kind, for its words."""
        return fact_of(self.setting.facts, name)

    def day(self, name: str) -> date | None:
        """The date that a fact holds."""
        return self.facts.day(name)

    def answer(self, test: Test) -> Answer:
        """What a test says of the facts."""
        return value(test, self.facts, self.calendar)

    def silent_on(self, test: Test) -> list[str]:
        """The facts of a test of which nothing is recorded, where that counts as none."""
        return unknown(test, replace(self, facts=self.finding.facts)) if self.silent else []

    def decided_by(self) -> list[Test]:
        """The simple tests that decided whether it is kept."""
        return deciding(self.standard.kept, self)


def case_of(finding: Finding) -> Case:
    """A finding as it is spoken of."""
    standard = finding.standard
    silent = (
        finding.met is Answer.NO and value(standard.kept, finding.facts, standard.setting.calendar) is not Answer.NO
    )
    facts = finding.facts.with_silence_as_none(frozenset(standard.kept.facts())) if silent else finding.facts
    return Case(finding, facts, silent)


def deciding(test: Test, case: Case) -> list[Test]:
    """The simple tests inside a test that made its answer what it is.

    Of tests of which all are asked, one no decides; of those of which one is enough, one yes.
    """
    if not isinstance(test, Several):
        return [test]
    answer = case.answer(test)
    alike = [part for part in test.tests if case.answer(part) is answer]
    if isinstance(test, FirstKnownOf):
        parts = [alike[0] if answer is not Answer.NOT_KNOWN else min(alike, key=lambda part: len(unknown(part, case)))]
    elif isinstance(test, AllOf):
        parts = alike
    else:
        parts = alike[:1] if answer is Answer.YES else list(test.tests)
    return [simple for part in parts for simple in deciding(part, case)]


def unknown(test: Test, case: Case) -> list[str]:
    """The facts of a test that are not known."""
    return [name for name in test.facts() if case.facts[name] is NOT_KNOWN]


def missing(case: Case) -> list[str]:
    """The facts that would have to be known for a verdict, in the order written."""
    finding, standard = case.finding, case.standard
    if finding.contradiction or finding.met is Answer.YES:
        return []
    names = [name for test in case.decided_by() for name in unknown(test, case)]
    if finding.met is Answer.NO and finding.reason is Reason.NOT_KNOWN and standard.unless:
        names += unknown(standard.unless, case)
    if standard.due and finding.due is None:
        names += [phrase.fact for phrase in standard.due if case.facts[phrase.fact] is NOT_KNOWN]
    if finding.met is Answer.NO and standard.when:
        names += [name for name in unknown(standard.when, case) if name not in standard.setting.presumed]
    return list(dict.fromkeys(names))


def presumed(case: Case) -> dict[str, bool]:
    """The flags that nobody stated and that `when` took for granted."""
    asked = case.standard.when.facts() if case.standard.when else ()
    return {n: flag for n, flag in case.setting.presumed.items() if n in asked and case.facts[n] is NOT_KNOWN}


def answered_none(test: Test, case: Case) -> list[str]:
    """The facts of a test whose answer is none; a flag that is none is merely false."""
    return [] if isinstance(test, DoesNotHold | Holds) else [n for n in test.facts() if case.facts[n] is NONE]
