"""The search page: what was asked, what was found, and what to do where nothing was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link, address, topics
from livecompact.compacts.queries import Published, Words
from livecompact.frame.filters import refuse_unknown
from livecompact.frame.numbers import whole_number
from livecompact.search import queries
from livecompact.search.documents import Kind
from livecompact.search.excerpts import Piece
from livecompact.search.meant import meant
from livecompact.search.queries import Found, Hit

LONGEST_QUESTION = 200
A_PAGE = 20
LAST_PAGE, DIGITS = 500, 3


@dataclass(frozen=True)
class Entry:
    """A result: what it is, its heading, the part of it that has the words, and where it stands."""

    what: str
    title: str
    says: str
    pieces: tuple[Piece, ...]
    address: str


@dataclass(frozen=True)
class Question:
    """What somebody looks for: some words, of one kind or of all (None), and which page of the results."""

    words: str
    kind: Kind | None = None
    page: int = 1


@dataclass(frozen=True)
class SearchPage:
    """What a search found. `asked` is empty where nothing was asked yet; `kind` where results of all kinds are shown.

    `total` counts the results of all pages, and `first` is the number of the first on this one; `kinds` leads to those
    of one kind, `without` back to all of them. Where nothing was found, `meant` leads to what near words find.
    """

    title: str
    asked: str
    kind: str
    total: int
    found: tuple[Entry, ...]
    kinds: tuple[Link, ...]
    without: str
    page: int
    pages: int
    first: int
    before: str
    after: str
    topics: tuple[Link, ...]
    meant: Link | None


def question(given: Mapping[str, str]) -> Question:
    """What an address asks; BadRequest where it names a kind or a page that there is not."""
    refuse_unknown(given, dict.fromkeys(("q", "kind", "page")))
    page = whole_number(given.get("page", "1"), DIGITS) or 0
    try:
        kind = Kind(given["kind"]) if given.get("kind") else None
    except ValueError as error:
        raise BadRequest("There is no such kind of result.") from error
    if not 1 <= page <= LAST_PAGE:
        raise BadRequest("There is no such page of results.")
    return Question(" ".join(given.get("q", "")[:LONGEST_QUESTION].split()), kind, page)


def search_page(compact: Published, asked: Question, today: date) -> SearchPage:
    """What the texts of a Compact say of some words."""
    start = (asked.page - 1) * A_PAGE
    found = queries.search(compact.id, asked.words, today, kind=asked.kind, limit=A_PAGE, offset=start)
    total = found.counts.get(asked.kind, 0) if asked.kind else found.total
    pages = -(-total // A_PAGE) or 1
    return SearchPage(
        title=_title(compact, asked.words),
        asked=asked.words,
        kind=_heading(asked.kind, compact.words) if asked.kind else "",
        total=total,
        found=tuple(_entry(hit, compact.words) for hit in found.hits),
        kinds=_kinds(compact, asked, found),
        without=_to(compact, asked.words) if asked.kind else "",
        page=asked.page,
        pages=pages,
        first=start + 1,
        before=_to(compact, asked.words, asked.kind, asked.page - 1) if asked.page > 1 else "",
        after=_to(compact, asked.words, asked.kind, asked.page + 1) if asked.page < pages else "",
        topics=tuple(Link(topic.name, topic.address) for topic in topics(compact)),
        meant=None if total else _meant(compact, asked, today),
    )


def _meant(compact: Published, asked: Question, today: date) -> Link | None:
    """What was meant, where nothing was found and the words are near some that would find something."""
    says = meant(compact.id, asked.words, today, kind=asked.kind)
    return Link(says, _to(compact, says, asked.kind)) if says else None


def _kinds(compact: Published, asked: Question, found: Found) -> tuple[Link, ...]:
    """Where to see the results of one kind, where there are several kinds."""
    if asked.kind or len(found.counts) == 1:
        return ()
    return tuple(
        Link(f"{_heading(kind, compact.words)} ({count})", _to(compact, asked.words, kind))
        for kind, count in found.counts.items()
    )


def _to(compact: Published, words: str, kind: Kind | None = None, page: int = 1) -> str:
    """The address of some results; what is as usual is left out."""
    said = {"kind": kind.value if kind else "", "page": str(page) if page > 1 else "", "q": words}
    return f"{address('search', compact)}?{urlencode({name: value for name, value in said.items() if value})}"


def _entry(hit: Hit, words: Words) -> Entry:
    says = "".join(piece.words for piece in hit.says)
    return Entry(f"{_what(hit.kind, words)} {hit.number}".strip(), hit.title, says, hit.says, hit.address)


def _heading(kind: Kind, words: Words) -> str:
    return words.Many if kind is Kind.PROMISE else str(kind.label)


def _what(kind: Kind, words: Words) -> str:
    """What one result is."""
    return {
        Kind.PROMISE: words.One,
        Kind.SECTION: _("Section"),
        Kind.PRINCIPLE: _("What both sides believe"),
        Kind.TERM: _("What a word means"),
        Kind.CODE: _("Code of practice"),
        Kind.STORY: _("Story"),
        Kind.ABOUT: _("About the agreement"),
        Kind.GROUP: _("Who runs it"),
        Kind.EASY_READ: _("Easy Read"),
        Kind.ORGANISATION: _("Organisation"),
        Kind.DEALING: _("Record"),
    }[kind]


def _title(compact: Published, asked: str) -> str:
    if asked:
        return _("Search for “%(asked)s”") % {"asked": asked}
    return _("Search the %(promises)s") % {"promises": compact.words.many}
