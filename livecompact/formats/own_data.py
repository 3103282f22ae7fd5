"""What this room tells somebody of themselves."""

from django.db.models import QuerySet

from livecompact.formats.models import Request
from livecompact.people.personal import Told, Whom, rows_of


def told(whom: Whom) -> Told:
    """What they asked for in another form, by the address that they gave."""
    asked = ("reference", "wanted", "what", "language", "name", "email", "phone", "address")
    return {"formats.Request": rows_of(requests(whom), *asked, "asked_at", "due_on", "state", "reason")}


def requests(whom: Whom) -> QuerySet[Request]:
    """The requests that bear their address."""
    return Request.objects.filter(email__iexact=whom.email)
