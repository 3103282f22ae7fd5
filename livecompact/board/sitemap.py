"""Every public page of this room, for search engines."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.timezone import localdate

from livecompact.compacts import queries


def addresses() -> Iterator[str]:
    """The board of each Compact, and its records over time."""
    for compact in queries.compacts(AnonymousUser(), localdate()):
        yield reverse("board", args=[compact.id])
        yield reverse("records", args=[compact.id])
