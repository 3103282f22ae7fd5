"""Every public address of this room, for search engines: the checks, never an answer."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.timezone import localdate

from livecompact.checks.journeys import JOURNEYS
from livecompact.compacts.queries import compacts


def addresses() -> Iterator[str]:
    """The list of checks of each Compact, and the first page of each."""
    for compact in compacts(AnonymousUser(), localdate()):
        yield reverse("check", args=[compact.id])
        yield reverse("check_file", args=[compact.id])
        yield from (reverse("check_journey", args=[compact.id, journey]) for journey in JOURNEYS)
