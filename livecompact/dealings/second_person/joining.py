"""Tells the room of Compacts what of this room can wait for a second person."""

from livecompact.compacts.models import Act
from livecompact.compacts.second.acts import register
from livecompact.dealings.second_person import records, telling


def join() -> None:
    """Let records wait, and changes that a group is told of first."""
    register(Act.DEALING, records.record, records.make_public)
    register(Act.TELLING, telling.change, telling.tell)
