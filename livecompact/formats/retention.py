"""What this room keeps of people, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from livecompact.people.retention import Rule

RETENTION = (
    Rule(
        model="formats.Request",
        fields=("what", "language", "name", "email", "phone", "address", "reason"),
        of=_("People who ask for something in another form"),
        what=_("What you asked for, your name, and how to reach you"),
        why=_("To send it to you"),
        basis=_("Our legal duty to make things accessible"),
        how_long=_("Until 3 months after we answered"),
        by="livecompact.formats.actions.purge",
    ),
)

NOT_PERSONAL = {
    "formats.Request.reference": "a random reference; whom it was for is erased",
    "formats.Request.done_by": "a role, never a person",
}
