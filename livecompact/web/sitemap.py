"""Which addresses search engines are told: the sources of every room with public pages are joined here."""

from collections.abc import Callable, Iterable, Iterator

from django.urls import reverse

from livecompact.board import sitemap as board
from livecompact.checks import sitemap as checks
from livecompact.compacts import sitemap as compacts
from livecompact.dealings import sitemap as dealings
from livecompact.formats import sitemap as formats
from livecompact.opendata import sitemap as opendata
from livecompact.record import sitemap as record
from livecompact.register import sitemap as register

type Source = Callable[[], Iterable[str]]


def own() -> Iterator[str]:
    """The pages that are of no Compact."""
    for route in ("home", "help", "contact", "accessibility", "privacy"):
        yield reverse(route)


SOURCES: tuple[Source, ...] = (
    own,
    compacts.addresses,
    formats.addresses,
    register.addresses,
    checks.addresses,
    dealings.addresses,
    board.addresses,
    opendata.addresses,
    record.addresses,
)


def addresses() -> Iterator[str]:
    """Every public address of the site."""
    for source in SOURCES:
        yield from source()
