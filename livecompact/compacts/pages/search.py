"""The search page: what was asked, what was found, and what to do where nothing was."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext as _

from livecompact.agreements import Undertaking
from livecompact.agreements.agreement import Term
from livecompact.compacts.pages.shared import Link, address, printed, promise_address, topics
from livecompact.compacts.queries import Published
from livecompact.compacts.searching import Entry, Findable, find


@dataclass(frozen=True)
class SearchPage:
    """What a search found. `asked` is empty where nothing was asked yet."""

    title: str
    asked: str
    found: tuple[Entry, ...]
    topics: tuple[Link, ...]


def search_page(compact: Published, asked: str) -> SearchPage:
    """What the texts of a Compact say of some words."""
    asked = " ".join(asked.split())
    places = tuple(Link(topic.name, topic.address) for topic in topics(compact))
    return SearchPage(_title(compact, asked), asked, tuple(find(asked, findable(compact))), places)


def findable(compact: Published) -> Iterator[Findable]:
    """Everything of a Compact that can be found: promises, words, stories and what the text says of itself."""
    yield from (_promise(compact, undertaking) for undertaking in compact.edition.undertakings)
    yield from (_term(compact, term) for term in compact.edition.terms)
    agreement = compact.agreement
    for story in agreement.stories:
        yield Findable(Entry(_("Story"), story.title, story.says, f"{address('stories', compact)}#{story.id}"))
    for part in agreement.about:
        yield Findable(Entry(_("About"), part.title, " ".join(part.says), f"{address('about', compact)}#{part.id}"))
    for group in agreement.groups:
        yield Findable(Entry(_("Who runs it"), group.name, group.says, address("groups", compact)))
    for code in agreement.codes:
        yield Findable(Entry(_("Code of practice"), code.name, code.says, address("code", compact, code=code.id)))


def _promise(compact: Published, undertaking: Undertaking) -> Findable:
    what = f"{compact.words.One} {printed(undertaking)}".strip()
    at = promise_address(compact, undertaking)
    entry = Entry(what, undertaking.name, undertaking.plain, at)
    return Findable(entry, undertaking.number, f"{undertaking.wording} {undertaking.official}")


def _term(compact: Published, term: Term) -> Findable:
    at = address("term", compact, term=slugify(term.term))
    return Findable(Entry(_("What a word means"), term.term, term.means, at), " ".join(term.also))


def _title(compact: Published, asked: str) -> str:
    if asked:
        return _("Search for “%(asked)s”") % {"asked": asked}
    return _("Search the %(promises)s") % {"promises": compact.words.many}
