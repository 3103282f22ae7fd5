"""What a check is made of: its pages in order, when each is asked, and the words of its start and end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from livecompact.checks.journeys.questions import Question
from livecompact.frame.fields import Words
from livecompact.kinds.kind import Kind
from livecompact.standards.facts import FactValue


class Voice(StrEnum):
    """Who asks: the body whose plan it is, or the group that it happened to.

    What a plan does not say is advice still to be taken. What others did is measured as if they had signed.
    """

    PLAN = "plan"
    AS_IF = "as if"


class Asked(StrEnum):
    """When a page is asked.

    NEEDED: a standard that may speak looks at one of its facts. ALWAYS: whatever standards look at.
    SHORT: a length of time falls short of a number. ON_REQUEST: only where the result offers it.
    """

    NEEDED = "needed"
    ALWAYS = "always"
    SHORT = "short"
    ON_REQUEST = "on request"


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page, which asks one thing, or a pair that is one thing.

    `only_if` names an earlier question and the answers with which the page is asked at all; `where` are facts that
    earlier answers must give.
    `in_order` are two questions of which the second day cannot lie before the first, and the message where it does.
    `interrupts` are the words of a page that stops a plan which is too short: change it, or keep it and say why.
    """

    slug: str
    questions: tuple[Question, ...]
    title: Words = ""
    asked: Asked = Asked.NEEDED
    only_if: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    where: Mapping[str, FactValue] = field(default_factory=dict)
    in_order: "InOrder | None" = None
    interrupts: "Interruption | None" = None


@dataclass(frozen=True, kw_only=True)
class InOrder:
    """That a later question's day cannot lie before an earlier one's, or not on it either."""

    first: str
    then: str
    error: Words
    or_same: bool = True


@dataclass(frozen=True, kw_only=True)
class Interruption:
    """The two ways on from a plan that is too short; `back_to` is the page whose days can be changed."""

    change: Words
    keep: Words
    back_to: str
    ask: Words


@dataclass(frozen=True, kw_only=True)
class Journey:
    """One check. `about` says in one line of the list what it is for; `lead` stands on its start page.

    `given` are facts that go without asking: whoever was asked for views is affected. `subject` is what a title names;
    `publish` is the button that puts the plan on the record.
    """

    id: str
    kind: Kind
    voice: Voice
    title: Words
    section: Words
    about: Words
    lead: tuple[Words, ...]
    pages: tuple[Page, ...]
    subject: Words = ""
    publish: Words = ""
    given: Mapping[str, FactValue] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in order."""
        return tuple(question for page in self.pages for question in page.questions)

    @property
    def facts(self) -> frozenset[str]:
        """Every fact that it asks for."""
        return frozenset(name for question in self.questions for name in question.facts)

    def page(self, slug: str) -> Page | None:
        """The page of that name in the address, if there is one."""
        return next((page for page in self.pages if page.slug == slug), None)
