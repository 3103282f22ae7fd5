"""What this room tells somebody of themselves."""

from livecompact.dealings.models import CalendarKey, Upload
from livecompact.people.personal import Told, Whom, rows_of


def told(whom: Whom) -> Told:
    """The private calendars that they have, never the key; and the files of their organisation that they sent."""
    if whom.person is None:
        return {}
    calendars = CalendarKey.objects.filter(person=whom.person)
    uploads = Upload.objects.filter(person=whom.person)
    read = ("columns", "told", "reasons")
    return {
        "dealings.CalendarKey": rows_of(calendars, "organisation__slug", "compact__slug", "made_at"),
        "dealings.Upload": rows_of(uploads, "organisation__slug", "kind", "file_name", "sent_at", "state", *read),
    }
