"""Which addresses search engines are told: the sources of every room with public pages are joined here."""

from collections.abc import Callable, Iterable, Iterator

from django.urls import reverse

from livecompact.web import queries

type Source = Callable[[], Iterable[str]]


def own() -> Iterator[str]:
    """The pages of this room."""
    for route in ("home", "help", "contact", "accessibility", "privacy"):
        yield reverse(route)
    for compact in queries.compacts():
        yield reverse("compact", kwargs={"compact": compact.id})


SOURCES: list[Source] = [own]


def addresses() -> Iterator[str]:
    """Every public address of the site."""
    for source in SOURCES:
        yield from source()
