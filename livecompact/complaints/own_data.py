"""What this room tells somebody of themselves."""

from django.db.models import QuerySet

from livecompact.complaints.models import Complaint
from livecompact.people.personal import Told, Whom, rows_of


def told(whom: Whom) -> Told:
    """What they complained of, by the address that they gave."""
    said = ("reference", "name", "email", "address", "says", "longer_why", "outcome")
    return {
        "complaints.Complaint": rows_of(
            complaints(whom), *said, "received_at", "acknowledged_at", "longer_at", "answered_at"
        )
    }


def complaints(whom: Whom) -> QuerySet[Complaint]:
    """The complaints that bear their address."""
    return Complaint.objects.filter(email__iexact=whom.email)
