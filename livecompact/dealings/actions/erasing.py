"""Erasing a person from this room: their private calendars go, and what was done for an organisation stays."""

from datetime import datetime

from livecompact.dealings.models import CalendarKey, Upload
from livecompact.people.personal import Whom

NAMELESS = "list"
"""What a file is called once whoever named it is erased."""


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Delete the private calendars of a person, and what they called a file that they sent; how many rows that were."""
    if whom.person is None:
        return 0
    gone, _each = CalendarKey.objects.filter(person=whom.person).delete()
    return gone + Upload.objects.filter(person=whom.person).update(person=None, file_name=NAMELESS)
