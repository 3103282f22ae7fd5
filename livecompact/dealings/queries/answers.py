"""The answers to a consultation: everybody reads what is public, the body that asked reads what was said in full."""

from dataclasses import dataclass
from datetime import datetime

from livecompact.compacts.queries import NotThere
from livecompact.dealings.models import AnswerState, Dealing, Response
from livecompact.dealings.queries.one import may
from livecompact.dealings.queries.whose import Actor

ON_A_PAGE = 20


@dataclass(frozen=True)
class PublicAnswers:
    """Some of the public answers to a consultation, and how many there are."""

    rows: tuple[Response, ...]
    count: int
    page: int
    pages: int


def public_answers(actor: object, found: Dealing, page: int) -> PublicAnswers:  # noqa: ARG001 (they are for everyone)
    """One page of what everybody reads, in the order in which it came; what was said in full is never asked for."""
    rows = Response.objects.filter(dealing=found, state=AnswerState.PUBLIC)
    count = rows.count()
    pages = max(1, -(-count // ON_A_PAGE))
    turned = min(max(page, 1), pages)
    start = (turned - 1) * ON_A_PAGE
    return PublicAnswers(tuple(rows[start : start + ON_A_PAGE]), count, turned, pages)


def every_public_answer(actor: object, found: Dealing) -> tuple[Response, ...]:  # noqa: ARG001 (as above)
    """All that everybody may read of the answers to a consultation."""
    return tuple(Response.objects.filter(dealing=found, state=AnswerState.PUBLIC))


def answers_in_full(actor: Actor, found: Dealing, at: datetime) -> tuple[Response, ...]:
    """Every answer with what was said in full, for those who act for the body that asked; NotThere for others."""
    if not may(actor, found, "dealing.answers", at):
        raise NotThere(found.slug)
    return tuple(Response.objects.filter(dealing=found).select_related("original"))


def answer_in_full(actor: Actor, found: Dealing, number: int, at: datetime) -> Response:
    """One of them; NotThere where there is none of that number, or for others."""
    rows = Response.objects.filter(dealing=found, number=number).select_related("original")
    row = rows.prefetch_related("original__taken_out").first()
    if row is None or not may(actor, found, "dealing.answers", at):
        raise NotThere(str(number))
    row.dealing = found
    return row
