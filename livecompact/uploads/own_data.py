"""What this room tells somebody of themselves."""

from livecompact.people.personal import Told, Whom, rows_of
from livecompact.uploads.models import Upload


def told(whom: Whom) -> Told:
    """The files of their organisation that they sent."""
    if whom.person is None:
        return {}
    uploads = Upload.objects.filter(person=whom.person)
    read = ("columns", "told", "reasons")
    return {"uploads.Upload": rows_of(uploads, "organisation__slug", "kind", "file_name", "sent_at", "state", *read)}
