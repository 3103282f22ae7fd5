"""What this room tells somebody of themselves."""

from livecompact.dealings.models import CalendarKey
from livecompact.people.personal import Told, Whom, rows_of


def told(whom: Whom) -> Told:
    """The private calendars that they have; never the key."""
    if whom.person is None:
        return {}
    rows = CalendarKey.objects.filter(person=whom.person)
    return {"dealings.CalendarKey": rows_of(rows, "organisation__slug", "compact__slug", "made_at")}
