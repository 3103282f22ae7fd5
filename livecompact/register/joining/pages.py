"""The pages of a sign-up in their order: what each asks, and of whom."""

from collections.abc import Callable
from dataclasses import dataclass

from livecompact.register.joining import forms
from livecompact.register.joining.answers import OTHER, YES, Answers
from livecompact.register.joining.forms import JoinForm
from livecompact.register.models import Joining


@dataclass(frozen=True)
class Page:
    """One page that asks: its part of the address, its form, the answers it gives, of whom, and its template."""

    id: str
    form: type[JoinForm]
    gives: tuple[str, ...]
    asked_of: Callable[[Answers], bool]
    template: str = "question"


def _everyone(answers: Answers) -> bool:  # noqa: ARG001 (as its siblings)
    return True


PAGES = (
    Page("kind", forms.KindForm, ("kind",), _everyone),
    Page("test", forms.TestForm, ("purpose", "surplus", "by_law"), lambda answers: answers.get("kind") == OTHER),
    Page("name", forms.NameForm, ("name",), _everyone),
    Page("match", forms.MatchForm, ("match",), lambda answers: answers.found),
    Page(
        "about",
        forms.AboutForm,
        ("called", "postcode"),
        lambda answers: not answers.is_friend and (answers.is_new or not answers.found),
    ),
    Page("agreed", forms.AgreedForm, ("agreed",), lambda answers: not answers.is_friend),
    Page("who", forms.WhoForm, ("full_name", "role"), _everyone),
    Page("email", forms.EmailForm, ("email",), _everyone),
    Page("code", forms.CodeForm, (), _everyone, "code"),
    Page("backing", forms.BackingForm, ("backing",), lambda answers: answers.is_friend),
    Page("check", forms.CheckForm, (), _everyone, "check"),
)
BY_ID = {page.id: page for page in PAGES}


def asked(answers: Answers) -> tuple[Page, ...]:
    """The pages that are asked of somebody with these answers, in their order."""
    return tuple(page for page in PAGES if page.asked_of(answers))


def is_done(page: Page, joining: Joining) -> bool:
    """Whether a page is behind somebody. Not to have agreed yet stops there; a code proves one address."""
    answers = Answers(joining.answers)
    if page.id == "agreed":
        return answers.get("agreed") == YES
    if page.id == "code":
        return bool(joining.email) and joining.email == answers.get("email").lower()
    return page.id != "check" and answers.has(*page.gives)


def next_page(joining: Joining) -> Page:
    """The first page that is not behind somebody."""
    return next(page for page in asked(Answers(joining.answers)) if not is_done(page, joining))


def can_open(page: Page, joining: Joining) -> bool:
    """Whether a page can be opened: it is asked, and no page before it waits."""
    order = asked(Answers(joining.answers))
    return page in order and order.index(page) <= order.index(next_page(joining))


def before(page: Page, joining: Joining) -> Page | None:
    """The page before, to which its back link leads."""
    order = asked(Answers(joining.answers))
    place = order.index(page)
    return order[place - 1] if place else None
