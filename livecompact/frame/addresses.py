"""The addresses of pages, by the names of their routes. Each is put together once: a list says a hundred of them."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse

MOST = 5_000
"""Addresses that are kept, of a few hundred bytes each."""


def address_of_route(name: str, /, **parts: object) -> str:
    """The address of a route, as Django's `reverse` gives it: `address_of_route("compact", compact="dacorum")`."""
    return _made(name, tuple(parts.items()), settings.ROOT_URLCONF, get_script_prefix())


@lru_cache(MOST)
def _made(name: str, parts: tuple[tuple[str, object], ...], routes: str, prefix: str) -> str:  # noqa: ARG001 (see below)
    """What the last two say is asked for by `reverse` itself; an address is kept for them."""
    return reverse(name, kwargs=dict(parts))
