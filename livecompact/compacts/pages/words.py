"""The glossary and its terms."""

from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext as _

from livecompact.agreements.agreement import Term
from livecompact.compacts.pages.shared import PromiseLine, address, line
from livecompact.compacts.pages.texts import paragraphs
from livecompact.compacts.queries import NotThere, Published
from livecompact.compacts.terms import speaks_of


@dataclass(frozen=True)
class ShownTerm:
    """A word of the text, what it means, and other words for it."""

    id: str
    term: str
    means: tuple[str, ...]
    also: tuple[str, ...]
    address: str


@dataclass(frozen=True)
class GlossaryPage:
    """Every word that the text explains, in the order of the alphabet."""

    title: str
    terms: tuple[ShownTerm, ...]


@dataclass(frozen=True)
class TermPage:
    """One word, and the promises that use it."""

    title: str
    term: ShownTerm
    source: str
    promises: tuple[PromiseLine, ...]


def glossary_page(compact: Published) -> GlossaryPage:
    """The glossary; NotThere where the text has none."""
    if not compact.edition.terms:
        raise NotThere("glossary")
    terms = sorted(compact.edition.terms, key=lambda term: term.term.casefold())
    return GlossaryPage(_("What words mean"), tuple(_shown(compact, term) for term in terms))


def term_page(compact: Published, term: str) -> TermPage:
    """One word of the glossary; NotThere where there is none of that name."""
    for each in compact.edition.terms:
        if slugify(each.term) == term:
            using = [u for u in compact.edition.undertakings if speaks_of(each, u.plain) or speaks_of(each, u.wording)]
            title = _("What “%(term)s” means") % {"term": each.term}
            lines = tuple(line(compact, undertaking) for undertaking in using)
            return TermPage(title, _shown(compact, each), each.source, lines)
    raise NotThere(term)


def _shown(compact: Published, term: Term) -> ShownTerm:
    name = slugify(term.term)
    return ShownTerm(
        id=name,
        term=term.term,
        means=paragraphs(term.means),
        also=term.also,
        address=address("term", compact, term=name),
    )
