"""Erasing a person from this room: their private calendars go, and what was done for an organisation stays."""

from datetime import datetime

from livecompact.dealings.models import CalendarKey
from livecompact.people.personal import Whom


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Delete the private calendars of a person; how many went."""
    if whom.person is None:
        return 0
    gone, _each = CalendarKey.objects.filter(person=whom.person).delete()
    return gone
