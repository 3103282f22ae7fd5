"""What of a Compact can be found by its words: all that is published in it, each part under its own address."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from django.utils.text import slugify

from livecompact.agreements import Agreement, Edition, Undertaking
from livecompact.compacts import queries
from livecompact.compacts.pages.shared import address, printed, promise_address
from livecompact.compacts.queries import Published
from livecompact.search.documents import Document, Kind

ROOM = "compacts"
ONE_DAY = timedelta(days=1)


def everything(today: date) -> Iterator[tuple[str, list[Document]]]:
    """Each Compact that is published, with what can be found in it."""
    for compact in queries.compacts(None, today):
        yield compact.id, documents(compact)


def documents(compact: Published) -> list[Document]:
    """All of one Compact: what each edition says in the days on which it is shown, and what holds in all of them."""
    of_editions = [
        document
        for starts, ends, edition in shown(compact.agreement)
        for document in _of_edition(compact, edition, starts, ends)
    ]
    return [*of_editions, *_always(compact)]


def shown(agreement: Agreement) -> Iterator[tuple[date, date, Edition]]:
    """The edition that the site shows from one day to another, over all days: the one in force, or else the newest."""
    turns = {date.min}
    for edition in agreement.editions:
        turns |= {edition.starts} if edition.starts else set()
        turns |= {edition.ends + ONE_DAY} if edition.ends else set()
    days = sorted(turns)
    for starts, following in zip(days, [*days[1:], None], strict=True):
        ends = following - ONE_DAY if following else date.max
        yield starts, ends, agreement.edition_in_force(starts) or agreement.newest


def _of_edition(compact: Published, edition: Edition, starts: date, ends: date) -> Iterator[Document]:
    made = partial(Document, starts=starts, ends=ends)
    yield from (_promise(compact, undertaking, starts, ends) for undertaking in edition.undertakings)
    for term in edition.terms:
        at = address("term", compact, term=slugify(term.term))
        yield made(kind=Kind.TERM, address=at, title=term.term, also=" ".join(term.also), says=term.means)
    for section in edition.sections:
        at = address("section", compact, section=section.id)
        yield made(kind=Kind.SECTION, address=at, title=section.title, also=section.topic_name, says=section.says)
    for principle in (*edition.principles, *edition.challenges):
        at = f"{address('principles', compact)}#{principle.id}"
        yield made(kind=Kind.PRINCIPLE, address=at, title=principle.plain, says=principle.wording)
    for booklet in edition.booklets:
        at = address("booklet", compact, booklet=booklet.id)
        says = " ".join(statement.text for statement in booklet.statements)
        yield made(kind=Kind.EASY_READ, address=at, title=booklet.title, says=says)


def _promise(compact: Published, undertaking: Undertaking, starts: date, ends: date) -> Document:
    return Document(
        kind=Kind.PROMISE,
        address=promise_address(compact, undertaking),
        number=printed(undertaking),
        title=undertaking.name,
        also="" if printed(undertaking) else undertaking.number,
        says=undertaking.plain,
        rest=f"{undertaking.wording} {undertaking.official}".strip(),
        starts=starts,
        ends=ends,
    )


def _always(compact: Published) -> Iterator[Document]:
    agreement = compact.agreement
    for story in agreement.stories:
        at = f"{address('stories', compact)}#{story.id}"
        yield Document(kind=Kind.STORY, address=at, title=story.title, says=story.says)
    for part in agreement.about:
        at = f"{address('about', compact)}#{part.id}"
        yield Document(kind=Kind.ABOUT, address=at, title=part.title, says=" ".join(part.says))
    for group in agreement.groups:
        at = f"{address('groups', compact)}#{group.id}"
        yield Document(kind=Kind.GROUP, address=at, title=group.name, says=group.says)
    for code in agreement.codes:
        at = address("code", compact, code=code.id)
        yield Document(kind=Kind.CODE, address=at, title=code.name, says=code.says)
