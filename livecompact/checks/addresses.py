"""The addresses of a check, each with the answers in its query."""

from django.urls import reverse

from livecompact.checks.answers import Answers
from livecompact.checks.journeys.journey import Page
from livecompact.compacts.queries import Published
from livecompact.frame import pdf


def start_address(compact: Published, answers: Answers) -> str:
    """The first page of a check."""
    return _with(reverse("check_journey", args=[compact.id, answers.journey.id]), answers)


def question_address(compact: Published, answers: Answers, page: Page) -> str:
    """One page that asks."""
    return _with(reverse("check_question", args=[compact.id, answers.journey.id, page.slug]), answers)


def result_address(compact: Published, answers: Answers) -> str:
    """The result."""
    return _with(reverse("check_result", args=[compact.id, answers.journey.id]), answers)


def pdf_address(compact: Published, answers: Answers) -> str:
    """The result as PDF; empty where the site makes none."""
    if not pdf.is_installed():
        return ""
    return _with(reverse("check_result.pdf", args=[compact.id, answers.journey.id]), answers)


def word_address(compact: Published, answers: Answers) -> str:
    """The result for a word processor."""
    return _with(reverse("check_result.docx", args=[compact.id, answers.journey.id]), answers)


def publish_address(compact: Published, answers: Answers) -> str:
    """Where what was checked is described, to be published."""
    return _with(reverse("check_publish", args=[compact.id, answers.journey.id]), answers)


def next_address(compact: Published, answers: Answers, page: Page | None) -> str:
    """The next page that wants an answer, or the result where none does."""
    return question_address(compact, answers, page) if page else result_address(compact, answers)


def _with(address: str, answers: Answers) -> str:
    query = answers.query()
    return f"{address}?{query}" if query else address
