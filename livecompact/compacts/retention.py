"""What this room keeps of people, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from livecompact.people.retention import PUBLIC_TASK, Rule

RETENTION = (
    Rule(
        model="compacts.Edition",
        fields=("changed_by", "publisher"),
        of=_("People who work on the text of a Compact"),
        what=_("That you changed or published it; readers see only your role"),
        why=_("So that those who work on it know whom to ask"),
        basis=PUBLIC_TASK,
        how_long=_("As long as your account"),
    ),
    Rule(
        model="compacts.SecondLook",
        fields=("asked_by", "answered_by"),
        of=_("People who run a Compact"),
        what=_("That you asked a second person, or were that person"),
        why=_("So that what is made public was seen by two people"),
        basis=PUBLIC_TASK,
        how_long=_("As long as your account"),
    ),
    Rule(
        model="compacts.Logo",
        fields=("changed_by",),
        of=_("People who change the look of a Compact"),
        what=_("That you changed it; readers see only your role"),
        why=_("So that those who work on it know whom to ask"),
        basis=PUBLIC_TASK,
        how_long=_("As long as your account"),
    ),
)

NOT_PERSONAL = {
    "compacts.Compact": "the look of a Compact",
    "compacts.Edition.edition": "the name of an edition",
    "compacts.Edition.folder": "the text of the agreement, which is public; its contacts are roles",
    "compacts.Edition.sha256": "the hash of that text",
    "compacts.Edition.published_by": "a role, never a person",
    "compacts.SecondLook.subject": "the name of a thing in its own room",
    "compacts.SecondLook.reason": "why a thing should not be public, told to officers; who said so is forgotten",
    "compacts.SecondLook.version": "the hash of that thing",
    "compacts.SchoolHoliday": "the days of a school holiday in an area",
    "compacts.Logo.picture": "the sign of a Compact",
    "compacts.Logo.sha256": "the hash of that picture",
    "compacts.Logo.says": "what that picture shows",
}
