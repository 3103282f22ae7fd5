"""The Easy Read booklets: one idea a sentence, an icon on its left."""

from dataclasses import dataclass
from datetime import date

from django.templatetags.static import static
from django.utils.translation import gettext as _

from livecompact.agreements.agreement import Booklet, Statement
from livecompact.compacts.pages.shared import Link, address
from livecompact.compacts.pages.whole import pdf_address
from livecompact.compacts.queries import NotThere, Published

ICONS = {
    "what-the-compact-is": "document",
    "independence": "flag",
    "having-a-say": "speech-bubble",
    "funding": "money",
    "changes": "calendar",
    "fairness": "scales",
    "working-together": "handshake",
    "something-is-wrong": "warning",
}
"""For each topic that areas share, the icon by which its booklet is known; another booklet shows its first one."""


OF_CONCERNS = "something-is-wrong"
"""The booklet that says how to raise a concern."""


@dataclass(frozen=True)
class ShownStatement:
    """One sentence with its icon. `before`, `hard_word` and `after` are the sentence; the middle may be empty."""

    icon: str
    before: str
    hard_word: str
    after: str


@dataclass(frozen=True)
class Choice:
    """One booklet to pick, with an icon of what it is about."""

    text: str
    address: str
    icon: str


@dataclass(frozen=True)
class EasyReadPage:
    """Every booklet."""

    title: str
    booklets: tuple[Choice, ...]


@dataclass(frozen=True)
class BookletPage:
    """One booklet. `pictures` names each statement's icon; `pdf` is empty where the site makes none.

    `checked_by` is empty until a person with a learning disability has checked it. `concerns` leads to how to raise a
    concern, on the booklet that speaks of that: the site itself takes none yet.
    """

    title: str
    statements: tuple[ShownStatement, ...]
    pictures: tuple[str, ...]
    pdf: str
    checked_by: str
    checked_on: date | None
    before: Link | None
    after: Link | None
    concerns: str


def easy_read_page(compact: Published) -> EasyReadPage:
    """Every booklet; NotThere where the edition has none."""
    if not compact.edition.booklets:
        raise NotThere("easy-read")
    return EasyReadPage(_("Easy Read"), tuple(_choice(compact, booklet) for booklet in compact.edition.booklets))


def booklet_page(compact: Published, booklet: str) -> BookletPage:
    """One booklet; NotThere where there is none of that id."""
    booklets = compact.edition.booklets
    for place, each in enumerate(booklets):
        if each.id == booklet:
            return BookletPage(
                title=_("Easy Read: %(booklet)s") % {"booklet": each.title},
                statements=tuple(_shown(statement) for statement in each.statements),
                pictures=tuple(statement.picture for statement in each.statements),
                pdf=pdf_address("booklet", compact, booklet=each.id),
                checked_by=each.checked_by,
                checked_on=each.checked_on,
                before=_link(compact, booklets[place - 1]) if place else None,
                after=_link(compact, booklets[place + 1]) if place + 1 < len(booklets) else None,
                concerns=address("concerns_how", compact) if booklet == OF_CONCERNS else "",
            )
    raise NotThere(booklet)


def _choice(compact: Published, booklet: Booklet) -> Choice:
    link = _link(compact, booklet)
    return Choice(link.text, link.address, _icon(ICONS.get(booklet.id, booklet.statements[0].picture)))


def _icon(picture: str) -> str:
    return static(f"compacts/icons/{picture}.svg")


def _link(compact: Published, booklet: Booklet) -> Link:
    return Link(booklet.title, address("booklet", compact, booklet=booklet.id))


def _shown(statement: Statement) -> ShownStatement:
    """The sentence cut at its hard word, which is set in bold once; the next sentence explains it."""
    icon = _icon(statement.picture)
    before, hard, after = statement.text, "", ""
    if statement.hard_word:
        before, hard, after = statement.text.partition(statement.hard_word)
    return ShownStatement(icon, before, hard, after)
