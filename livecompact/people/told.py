"""The words for roles, and the mails of this room."""

from collections.abc import Callable
from email.utils import formataddr

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from livecompact.frame.parts import Asked, givers
from livecompact.people.later import later
from livecompact.people.models import Invitation, Seat
from livecompact.people.roles import REACH, Reach, Role

ROLES = {
    Role.REPRESENTATIVE: pgettext_lazy("a role", "Representative"),
    Role.CHAMPION: pgettext_lazy("a role", "Compact champion"),
    Role.OFFICER: pgettext_lazy("a role", "Compact officer"),
    Role.CO_CHAIR: pgettext_lazy("a role", "Co-chair"),
    Role.GROUP_MEMBER: pgettext_lazy("a role", "Member of the Compact group"),
    Role.ORGANISER: pgettext_lazy("a role", "Organiser of the forum"),
    Role.HANDLER: pgettext_lazy("a role", "Handler of concerns"),
    Role.ADMINISTRATOR: pgettext_lazy("a role", "Administrator of the site"),
}

OVER = {
    "unknown": _("This link is not one of ours, or it is cut off. Copy the whole link from the email."),
    "another": _("This invitation is for another email address. Sign in with the address that it was sent to."),
    "old": _("This invitation has run out after 7 days. Ask for a new one."),
    "accepted": _("This invitation has been used."),
    "declined": _("You said no to this invitation. Ask for a new one if you think again."),
    "revoked": _("This invitation has been taken back. Ask who sent it."),
    "replaced": _("There is a newer invitation, or your role has changed since. Look for the newest email."),
    "taken": _("You have this role already, or somebody else took it."),
}


ANSWERED = {"accepted": _("said yes"), "declined": _("said no"), "revoked": _("taken back")}


def called(thing: Seat | Invitation) -> str:
    """What a role is of, as the rooms above call it; as it stands in addresses where none of them knows it."""
    place = "name.compact" if thing.compact else "name.organisation"
    asked = Asked(AnonymousUser(), None, localdate(), {"slug": in_addresses(thing)})
    said = (part.says["name"] for gives in givers(place) if (part := gives(asked)))
    return str(next(said, in_addresses(thing)))


def in_addresses(thing: Seat | Invitation) -> str:
    """What a role is of, as it stands in addresses and in commands."""
    return thing.compact or thing.organisation


def role_of(thing: Seat | Invitation, name: Callable[[Seat | Invitation], str] = called) -> str:
    """A role in words with what it is of, such as "Compact officer, Hertfordshire Compact"."""
    role = Role(thing.role)
    if REACH[role] is Reach.SITE:
        return str(ROLES[role])
    return gettext("%(role)s, %(of)s") % {"role": ROLES[role], "of": name(thing)}


def tell_invited(invitation: Invitation, secret: str) -> None:
    """Send the mail of an invitation. The link opens a page; it signs nobody in."""
    address = reverse("invitation", kwargs={"secret": secret})
    body = render_to_string(
        "people/mail/invitation.txt",
        {"role": role_of(invitation), "link": f"{settings.SITE.address}{address}", "site": settings.SITE.name},
    )
    _send(gettext("You are invited: %(role)s") % {"role": ROLES[Role(invitation.role)]}, body, invitation.person.email)


def tell_code_for_address(email: str, code: str) -> None:
    """Send the code by which somebody proves a new address of theirs."""
    body = render_to_string("people/mail/address_code.txt", {"code": code, "site": settings.SITE.name})
    _send(gettext("Your code for a new email address"), body, email)


def tell_address_in_use(email: str) -> None:
    """Tell an address that has an account that somebody wanted it for theirs."""
    link = f"{settings.SITE.address}{reverse('account_request_login_code')}"
    body = render_to_string("people/mail/address_in_use.txt", {"link": link, "site": settings.SITE.name})
    _send(gettext("This address has an account already"), body, email)


def tell_address_changed(old: str) -> None:
    """Tell the old address of an account that it is so no more, and what to do where that is wrong."""
    link = f"{settings.SITE.address}{reverse('contact')}"
    body = render_to_string("people/mail/address_changed.txt", {"link": link, "site": settings.SITE.name})
    _send(gettext("The email address of your account has changed"), body, old)


def sender() -> str:
    """Who a mail about an account comes from: the site, by its name."""
    return formataddr((str(settings.SITE.name), settings.DEFAULT_FROM_EMAIL))


def _send(subject: str, body: str, to: str) -> None:
    mail = EmailMessage(subject, body.strip() + "\n", sender(), [to], headers={"Auto-Submitted": "auto-generated"})
    later(mail.send)
