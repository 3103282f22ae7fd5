"""What has been answered so far, as the address of a page holds it; nothing is kept anywhere else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode, urlsplit

from django.http import QueryDict

from livecompact.checks.deriving import derived
from livecompact.checks.journeys.journey import Journey
from livecompact.checks.journeys.questions import BETWEEN, Question, Say
from livecompact.standards.facts import Facts, FactValue

MOST_TEXT = 500
"""So many characters of text an address holds in all."""

LONGEST_TITLE = 100
LONGEST_ADDRESS = 200
LONGEST_KEY = 12


@dataclass(frozen=True)
class Answers:
    """The answers of one check by question, and what a link may bring along: a title and a web address.

    The web address is kept and shown; nothing ever fetches it. `follows` is the key of the public record that the plan
    changes or ends.
    """

    journey: Journey
    said: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    url: str = ""
    follows: str = ""

    def __getitem__(self, name: str) -> str:
        """The answer to a question; empty where there is none."""
        return self.said.get(name, "")

    def answered(self) -> Iterator[tuple[Question, str]]:
        """Each question that has an answer, with it, in order."""
        return ((question, self[question.name]) for question in self.journey.questions if self[question.name])

    def changed(self, changes: Mapping[str, str]) -> "Answers":
        """The same answers, some of them changed; an empty one is taken away."""
        said = {name: answer for name, answer in {**self.said, **changes}.items() if answer}
        return replace(self, said=said)

    def facts_of(self, questions: tuple[Question, ...]) -> Facts:
        """The facts that the answers to these questions give, and what follows from them."""
        stated: dict[str, FactValue] = dict(self.journey.given)
        for question in questions:
            if answer := self[question.name]:
                stated |= question.given(answer)
        return derived(Facts(stated))

    def facts(self) -> Facts:
        """The facts that all answers give."""
        return self.facts_of(self.journey.questions)

    def room_for(self, name: str) -> int:
        """How many characters of text a question may still hold beside the others."""
        others = sum(
            len(answer) for question, answer in self.answered() if _is_text(question) and question.name != name
        )
        return max(0, MOST_TEXT - len(self.title) - others)

    def query(self) -> str:
        """The answers as the query of an address, in the order of the questions."""
        brought = {"title": self.title, "url": self.url, "follows": self.follows}
        said = {question.name: answer for question, answer in self.answered()}
        return urlencode({name: value for name, value in {**brought, **said}.items() if value})


def read(journey: Journey, query: QueryDict) -> Answers:
    """The answers in the query of an address; what cannot be read counts as not answered."""
    answers = Answers(journey, {}, _title(query.get("title", "")), _web_address(query.get("url", "")), _key(query))
    for question in journey.questions:
        answer = question.read(BETWEEN.join(query.getlist(question.name)))
        if _is_text(question):
            answer = answer[: answers.room_for(question.name)]
        answers = answers.changed({question.name: answer})
    return answers


def _key(query: QueryDict) -> str:
    said = query.get("follows", "")
    return said if said.isascii() and said.isalnum() and len(said) <= LONGEST_KEY else ""


def _title(said: str) -> str:
    return " ".join(said.replace("\0", "").split())[:LONGEST_TITLE]


def _web_address(said: str) -> str:
    try:
        parts = urlsplit(said.strip())
    except ValueError:
        return ""
    good = parts.scheme in ("http", "https") and parts.hostname and len(said) <= LONGEST_ADDRESS
    return said.strip() if good and said.isprintable() else ""


def _is_text(question: Question) -> bool:
    return isinstance(question, Say)
