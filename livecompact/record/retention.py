"""What this room keeps of people, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from livecompact.people.retention import PUBLIC_TASK, Rule

CONSENT = _("Your consent")

RETENTION = (
    Rule(
        model="record.Notice",
        fields=("person", "details", "problem"),
        of=_("People whom we tell of something"),
        what=_("That we told you, of what, and when; not the words of the mail"),
        why=_("So that you are told once, and we see when a mail did not arrive"),
        basis=PUBLIC_TASK,
        how_long=_("What it was about for 7 days, that there was one for 400 days"),
        by="livecompact.record.actions.purge",
    ),
    Rule(
        model="record.Unreachable",
        fields=("person", "email", "status"),
        of=_("People whose mail comes back"),
        what=_("That your address does not work, and since when"),
        why=_("So that nothing more is sent there"),
        basis=PUBLIC_TASK,
        how_long=_("As long as the account, or until mail arrives again"),
    ),
    Rule(
        model="record.Follow",
        fields=("person",),
        of=_("People who follow a promise or an organisation"),
        what=_("What you follow, and how often you want mail"),
        why=_("To send you news of it"),
        basis=CONSENT,
        how_long=_("Until you stop"),
    ),
    Rule(
        model="record.FollowRequest",
        fields=("email",),
        of=_("People who ask to follow something"),
        what=_("Your email address, until you enter the code"),
        why=_("To be sure that the address is yours"),
        basis=CONSENT,
        how_long=_("Until you enter the code, or for a day"),
        by="livecompact.record.actions.forget_requests",
    ),
)

NOT_PERSONAL = {
    "record.Chain": "the head of a public record",
    "record.Entry": "what organisations did in public; a role, never a person",
    "record.EntryText": "what is public of an act of an organisation; a text with an address of somebody can be erased",
    "record.Notice.subject": "the number of a thing",
    "record.Notice.occurrence": "which time it was",
    "record.Notice.leased_by": "a random name of a worker",
    "record.Notice.key": "a random key",
    "record.Follow.thing": "the name of a promise, a topic or an organisation",
    "record.FollowRequest.key": "a random key",
    "record.FollowRequest.thing": "the name of a promise, a topic or an organisation",
    "record.FollowRequest.code_hash": "the hash of a code",
}
