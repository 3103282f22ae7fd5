"""What this room keeps of people, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from livecompact.people.retention import PUBLIC_TASK, Rule

RETENTION = (
    Rule(
        model="register.Joining",
        fields=("answers", "email", "code_for"),
        of=_("People who have begun to sign for an organisation"),
        what=_("What you have typed so far"),
        why=_("So that nothing is lost when you come back"),
        basis=PUBLIC_TASK,
        how_long=_("30 days after your last answer; when you send it, what you typed goes at once"),
        by="livecompact.register.joining.actions.forget",
    ),
    Rule(
        model="register.Signer",
        fields=("name", "role", "email"),
        of=_("People who sign for an organisation"),
        what=_("Your name, your role and your email address"),
        why=_("To be sure that the organisation has signed, and to reach you about it"),
        basis=PUBLIC_TASK,
        how_long=_("Until 30 days after the signature has ended, or until you ask us to erase it"),
        by="livecompact.register.actions.forget_signers",
    ),
    Rule(
        model="register.Signature",
        fields=("contact_role", "contact_email", "champion"),
        of=_("People whom an organisation names as its contact"),
        what=_("Your role and your work email address"),
        why=_("So that others can ask about its promises"),
        basis=PUBLIC_TASK,
        how_long=_("As long as the organisation names you; that we wrote to you, for 30 days"),
        by="livecompact.register.actions.forget_asked",
    ),
    Rule(
        model="register.Charity",
        fields=("email",),
        of=_("People whom a charity names to the register of charities"),
        what=_("The email address that the public register has of a charity"),
        why=_("To tell the charity that someone signed for it"),
        basis=PUBLIC_TASK,
        how_long=_("Until we copy the register again; that we wrote to you, for 30 days"),
        by="livecompact.register.actions.forget_told",
    ),
)

NOT_PERSONAL = {
    "register.CharityLoad": "which area of the register of charities was copied",
    "register.Charity": "a copy of the public register of charities",
    "register.Organisation": "what is public of an organisation; `added_by` is a role",
    "register.Identifier": "the public number of an organisation",
    "register.OtherName": "another name of an organisation",
    "register.Succession": "which organisation followed which; `by` is a role",
    "register.Joining.key": "the hash of a secret in a cookie",
    "register.Joining.code": "the hash of a code",
    "register.Joining.reference": "a random reference",
    "register.Signer.reference": "a random reference",
    "register.Signature.reference": "a random reference",
    "register.Signature.edition": "the name of an edition",
    "register.Signature.reason": "why an organisation was asked, declined or left",
    "register.Signature.authority": "which body of the organisation agreed, such as its board",
    "register.Signature.commitment": "what the organisation says in its own name",
    "register.Signature.backing": "how a Friend helps",
    "register.Signature.by": "a role, never a person",
}
