"""Every public address of this room, for search engines."""

from collections.abc import Iterator

from django.urls import reverse

from livecompact.record import verifying


def addresses() -> Iterator[str]:
    """The record of every Compact that has one; its entries are found from there."""
    for compact in verifying.recorded():
        yield reverse("record", kwargs={"compact": compact})
