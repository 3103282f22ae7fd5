"""Every public address of this room, for search engines."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import localdate

from livecompact.compacts import queries
from livecompact.compacts.pages.shared import address, promise_address, topics
from livecompact.compacts.queries import Published

ALWAYS = (
    "promises",
    "topics",
    "sections",
    "editions",
    "agreement",
    "groups",
    "about",
    "joining",
    "concerns_how",
    "coverage",
    "counting",
)


def addresses() -> Iterator[str]:
    """The pages of every Compact that is published."""
    for compact in queries.compacts(AnonymousUser(), localdate()):
        yield reverse("compact", kwargs={"compact": compact.id})
        yield from (address(route, compact) for route in ALWAYS)
        yield from _lists(compact)
        yield from _parts(compact)


def _lists(compact: Published) -> Iterator[str]:
    """The lists that a text may lack."""
    edition, agreement = compact.edition, compact.agreement
    lists = {
        "principles": edition.principles,
        "stories": agreement.stories,
        "glossary": edition.terms,
        "codes": agreement.codes,
        "easy_read": edition.booklets,
    }
    yield from (address(route, compact) for route, there in lists.items() if there)


def _parts(compact: Published) -> Iterator[str]:
    """One page for each promise, topic, section, edition, word, code and booklet."""
    edition = compact.edition
    yield from (promise_address(compact, undertaking) for undertaking in edition.undertakings)
    yield from (topic.address for topic in topics(compact))
    yield from (address("section", compact, section=section.id) for section in edition.sections)
    yield from (address("edition", compact, edition=each.id) for each in compact.agreement.editions)
    yield from (address("term", compact, term=slugify(term.term)) for term in edition.terms)
    yield from (address("code", compact, code=code.id) for code in compact.agreement.codes)
    yield from (address("booklet", compact, booklet=booklet.id) for booklet in edition.booklets)
