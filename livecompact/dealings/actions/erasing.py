"""Erasing a person from this room: their calendars and answers go, and what was done for an organisation stays."""

from datetime import datetime

from livecompact.dealings.models import CalendarKey, Response, Upload
from livecompact.people.personal import Whom

NAMELESS = "list"
"""What a file is called once whoever named it is erased."""


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Delete somebody's calendars and answers, also public ones, and the name of a file they sent; how many rows."""
    answers = list(Response.objects.filter(original__email__iexact=whom.email).values_list("pk", flat=True))
    Response.objects.filter(pk__in=answers).delete()
    if whom.person is None:
        return len(answers)
    gone, _each = CalendarKey.objects.filter(person=whom.person).delete()
    return len(answers) + gone + Upload.objects.filter(person=whom.person).update(person=None, file_name=NAMELESS)
