"""Every public address of this room, for search engines: when to ask, and what is on record."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.timezone import localdate

from livecompact.compacts import queries
from livecompact.compacts.queries import Published
from livecompact.dealings import queries as dealings
from livecompact.dealings.naming import LISTED, address_of
from livecompact.dealings.queries import Asked


def addresses() -> Iterator[str]:
    """When to ask, in each Compact, and every public record."""
    for compact in queries.compacts(AnonymousUser(), localdate()):
        yield reverse("check_when", args=[compact.id])
        yield from _records(compact)


def _records(compact: Published) -> Iterator[str]:
    """The lists of what is on record, and each public record that has its home here."""
    for part, kind in LISTED.items():
        yield reverse("dealings", args=[compact.id, part])
        found = dealings.every(AnonymousUser(), compact, kind, Asked(), localdate())
        yield from (address_of(each) for each in found if each.home_id == compact.id)
