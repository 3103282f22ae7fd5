"""The way through a check: which pages are asked, what comes next, and what a length falls short of.

A page is asked where a standard of the Compact that may still speak looks at one of its facts. Only the answers
of earlier pages count for that, so no page can take itself away.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from livecompact.agreements import Agreement
from livecompact.checks.answers import Answers
from livecompact.checks.journeys.journey import Asked, Journey, Page
from livecompact.checks.journeys.questions import Done, Question, Tick
from livecompact.standards.facts import NONE, Facts
from livecompact.standards.judging import Answer, Finding, judge, value
from livecompact.standards.language import Dated, OpenFor, Test, walk
from livecompact.standards.standard import Basis, Side, Standard


@dataclass(frozen=True)
class Walk:
    """One check of one Compact on one day, with what has been answered so far."""

    journey: Journey
    agreement: Agreement
    answers: Answers
    today: date

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """The standards in force on the day of the dealing."""
        return standards_in_force(self.agreement, self.journey, self.answers.facts(), self.today)

    def pages(self) -> list[Page]:
        """The pages that are asked, in order, as far as the answers tell; one that was asked for is among them."""
        return [page for page in self.journey.pages if self.is_asked(page)]

    def is_asked(self, page: Page) -> bool:
        """Whether the answers before it make a page a part of the way."""
        if page.asked is Asked.ON_REQUEST:
            return any(self.answers[question.name] for question in page.questions)
        if any(self.answers[name] not in wanted for name, wanted in page.only_if.items()):
            return False
        if page.where and any(self.facts_before(page)[name] != value for name, value in page.where.items()):
            return False
        if page.asked is Asked.SHORT:
            return bool(self.falls_short(page))
        return bool(self.questions(page))

    def can_open(self, page: Page) -> bool:
        """Whether a page has something to ask: it is on the way, or stands ready on request."""
        return page.asked is Asked.ON_REQUEST or self.is_asked(page)

    def questions(self, page: Page) -> list[Question]:
        """The questions of a page that are asked: nothing is asked twice, and nothing that no standard looks at."""
        if page.asked is not Asked.NEEDED:
            return list(page.questions)
        before = self.facts_before(page)
        return [question for question in page.questions if self._needed(question, before)]

    def options(self, page: Page, question: Tick) -> list[Done]:
        """The ticks of a question that some standard looks at; all of them where a page is always asked."""
        if page.asked is not Asked.NEEDED:
            return list(question.options)
        before = self.facts_before(page)
        return [option for option in question.options if any(self._looked_at(name, before) for name in option.facts)]

    def facts_before(self, page: Page) -> Facts:
        """The facts that earlier pages gave."""
        earlier = self.journey.pages[: self.journey.pages.index(page)]
        return self.answers.facts_of(tuple(question for each in earlier for question in each.questions))

    def open_page(self) -> Page | None:
        """The first page that still wants an answer; None where all is answered."""
        return next((page for page in self.pages() if not self._is_answered(page)), None)

    def page_before(self, page: Page) -> Page | None:
        """The page before one, if it is not the first."""
        earlier = self.journey.pages[: self.journey.pages.index(page)]
        return next((each for each in reversed(earlier) if self.is_asked(each)), None)

    def falls_short(self, page: Page) -> list[Finding]:
        """The findings for which a page asks the reason: a length is known, and is less than the number asked for."""
        reasons = {name for question in page.questions for name in question.facts}
        without = Facts({**self.answers.facts(), **dict.fromkeys(reasons, NONE)})  # a reason may itself keep a promise
        found = [judge(standard, without, self.today, here=True) for standard in self.standards]
        return [each for each in found if each and reasons & set(each.standard.reasons) and _is_short(each)]

    def _is_answered(self, page: Page) -> bool:
        return all(self.answers[question.name] for question in self.questions(page)) and self._in_order(page)

    def _in_order(self, page: Page) -> bool:
        """Whether the days of a page stand in an order that can be."""
        if page.in_order is None:
            return True
        first, then = self.answers[page.in_order.first], self.answers[page.in_order.then]
        days = self.days(first), self.days(then)
        if None in days:
            return True
        return first <= then if page.in_order.or_same else first < then

    @staticmethod
    def days(answer: str) -> date | None:
        """The day that an answer holds."""
        try:
            return date.fromisoformat(answer)
        except ValueError:
            return None

    def _needed(self, question: Question, before: Facts) -> bool:
        return any(name not in before and self._looked_at(name, before) for name in question.facts)

    def _looked_at(self, name: str, before: Facts) -> bool:
        return any(name in standard.facts and _may_speak(standard, before) for standard in self.standards)


def standards_in_force(agreement: Agreement, journey: Journey, facts: Facts, today: date) -> tuple[Standard, ...]:
    """The standards of the edition in force on the day of the dealing, as far as they bind the side that acts."""
    day = facts.day(journey.kind.happens_on) or today
    edition = agreement.edition_in_force(day) or agreement.newest
    acts = (Side.JOINT, journey.kind.acted_by)
    found = edition.standards_for(journey.kind.name)
    return tuple(each for each in found if each.setting.binds in acts and each.speaks_on(day))


def _may_speak(standard: Standard, before: Facts) -> bool:
    """Whether a standard may still speak; a tip is worth no question."""
    if standard.basis is Basis.PROMPT:
        return False
    return standard.when is None or value(standard.when, before, standard.setting.calendar) is not Answer.NO


def _is_short(finding: Finding) -> bool:
    """Whether a length of time, of which both days are known, is what falls short."""
    if finding.met is not Answer.NO or not finding.standard.gives_verdicts or finding.contradiction:
        return False
    return any(_falls_short(test, finding) for test in walk(finding.standard.kept))


def _falls_short(test: Test, finding: Finding) -> bool:
    lasts = isinstance(test, OpenFor) or (isinstance(test, Dated) and test.than.period is not None)
    if not lasts or any(finding.facts.day(name) is None for name in test.facts()):
        return False
    return value(test, finding.facts, finding.standard.setting.calendar) is Answer.NO
