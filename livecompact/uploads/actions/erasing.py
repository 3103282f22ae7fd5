"""Erasing a person from this room: who sent a file is not kept any more, and what it saved stays the organisation's."""

from datetime import datetime

from livecompact.people.personal import Whom
from livecompact.uploads.models import Upload

NAMELESS = "list"
"""What a file is called once whoever named it is erased."""


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Delete who sent a file, and the name that they gave it; how many rows."""
    if whom.person is None:
        return 0
    return Upload.objects.filter(person=whom.person).update(person=None, file_name=NAMELESS)
