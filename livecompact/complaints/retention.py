"""What this room keeps of people, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from livecompact.people.retention import Rule

RETENTION = (
    Rule(
        model="complaints.Complaint",
        fields=("name", "email", "address", "says", "longer_why", "outcome"),
        of=_("People who complain about their data"),
        what=_("Your name, how to reach you, what you complained of, and our answer"),
        why=_("To look into it, and to answer you"),
        basis=_("Our legal duty to take such complaints"),
        how_long=_("Until a year after we answered"),
        by="livecompact.complaints.actions.purge",
    ),
)

NOT_PERSONAL = {
    "complaints.Complaint.reference": "a random reference; whose it was is erased",
    "complaints.Complaint.key": "random, in the link to how it stands",
    "complaints.Complaint.answered_by": "a role, never a person",
}
