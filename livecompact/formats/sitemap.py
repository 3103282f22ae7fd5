"""Every public address of this room, for search engines: where one asks."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.timezone import localdate

from livecompact.compacts import queries


def addresses() -> Iterator[str]:
    """The first question of each Compact."""
    for compact in queries.compacts(AnonymousUser(), localdate()):
        yield reverse("another_way", args=[compact.id])
