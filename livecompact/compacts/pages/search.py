"""The search page: what was asked, what was found, and what to do where nothing was."""

from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link, address, printed, promise_address, topics
from livecompact.compacts.queries import Published
from livecompact.compacts.searching import Entry, Index


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
    index = Index.of(entries(compact))
    places = tuple(Link(topic.name, topic.address) for topic in topics(compact))
    return SearchPage(_title(compact, asked), asked, tuple(index.find(asked)), places)


def entries(compact: Published) -> tuple[Entry, ...]:
    """Everything of a Compact that can be found: promises, words, stories and what the text says of itself."""
    edition, agreement = compact.edition, compact.agreement
    found = [
        Entry(
            what=f"{compact.words.One} {printed(each)}".strip(),
            title=each.name,
            says=each.plain,
            address=promise_address(compact, each),
            also=f"{each.number} {each.wording} {each.official}",
        )
        for each in edition.undertakings
    ]
    glossary = ((term, address("term", compact, term=slugify(term.term))) for term in edition.terms)
    found += [Entry(_("What a word means"), term.term, term.means, at, " ".join(term.also)) for term, at in glossary]
    stories = ((story, f"{address('stories', compact)}#{story.id}") for story in agreement.stories)
    found += [Entry(_("Story"), story.title, story.says, at) for story, at in stories]
    about = ((part, f"{address('about', compact)}#{part.id}") for part in agreement.about)
    found += [Entry(_("About"), part.title, " ".join(part.says), at) for part, at in about]
    groups = ((group, address("groups", compact)) for group in agreement.groups)
    found += [Entry(_("Who runs it"), group.name, group.says, at) for group, at in groups]
    codes = ((code, address("code", compact, code=code.id)) for code in agreement.codes)
    found += [Entry(_("Code of practice"), code.name, code.says, at) for code, at in codes]
    return tuple(found)


def _title(compact: Published, asked: str) -> str:
    if asked:
        return _("Search for “%(asked)s”") % {"asked": asked}
    return _("Search the %(promises)s") % {"promises": compact.words.many}
