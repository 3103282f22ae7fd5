"""Erasing a person from this room: their calendars and answers go, and what was done for an organisation stays."""

from datetime import datetime

from livecompact.dealings.models import CalendarKey, Response
from livecompact.people.personal import Whom


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Delete somebody's calendars and answers, also public ones; how many rows."""
    answers = list(Response.objects.filter(original__email__iexact=whom.email).values_list("pk", flat=True))
    Response.objects.filter(pk__in=answers).delete()
    if whom.person is None:
        return len(answers)
    gone, _each = CalendarKey.objects.filter(person=whom.person).delete()
    return len(answers) + gone
