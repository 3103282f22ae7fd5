"""What this room keeps that people wrote and nobody else can see, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from livecompact.people.retention import PUBLIC_TASK, Rule

RETENTION = (
    Rule(
        model="uploads.Upload",
        fields=("file_name", "person", "columns", "told", "reasons"),
        of=_("People who upload a list of records"),
        what=_("The name of your file, that you sent it, and what we read in it"),
        why=_("To tell you when it is checked, and so that it can be undone"),
        basis=PUBLIC_TASK,
        how_long=_("30 days, or 7 days once it is saved"),
        by="livecompact.uploads.actions.forget_uploads",
    ),
    Rule(
        model="uploads.UploadPart",
        fields=("data",),
        of=_("People named in a list that somebody uploads"),
        what=_("The file, as it was sent"),
        why=_("To give it back with what is wrong in it, and to undo it"),
        basis=PUBLIC_TASK,
        how_long=_("30 days, or 7 days once it is saved"),
        by="livecompact.uploads.actions.forget_uploads",
    ),
)

NOT_PERSONAL = {
    "uploads.Upload.key": "a random key",
    "uploads.Upload.sent_by": "a role, never a person",
    "uploads.Upload.saved_by": "a role, never a person",
    "uploads.Upload.undone_by": "a role, never a person",
}
