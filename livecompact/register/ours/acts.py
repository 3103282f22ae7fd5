"""What an organisation may do to its own sign-up; it may do all of it without an officer."""

from django.utils.translation import gettext_lazy as _

from livecompact.register import actions
from livecompact.register.forms import ActForm, Contact
from livecompact.register.office import Act, Desk, Told, change_contact, contact_said
from livecompact.register.ours.forms import Leaving, Website
from livecompact.register.rights import states_for

BY = "the organisation"


def _renew(desk: Desk, told: Told) -> None:
    del told  # the button says it all
    edition = desk.compact.edition.id
    actions.renew(signature=desk.signature, edition=edition, renewed_on=desk.today, by=desk.by, at=desk.at)


def _website(desk: Desk, told: Told) -> None:
    organisation = desk.organisation
    actions.change_organisation(
        organisation=organisation, name=organisation.name, website=told["website"], by=desk.by, at=desk.at
    )


def _website_told(desk: Desk) -> Told:
    return {"website": desk.organisation.website}


def _leave(desk: Desk, told: Told) -> None:
    last_day, reason = told["last_day"], told["reason"]
    actions.withdraw(signature=desk.signature, last_day=last_day, reason=reason, by=desk.by, at=desk.at)


ACTS: dict[str, Act] = {
    "renew": Act(
        _("Do you still stand by the Compact?"),
        _("Yes, we still agree"),
        ActForm,
        _renew,
        states=states_for("signature.renew"),
    ),
    "contact": Act(
        _("Change champion and contact"),
        _("Change"),
        Contact,
        change_contact,
        contact_said,
        states_for("signature.change"),
    ),
    "website": Act(
        _("Change your website"), _("Change"), Website, _website, _website_told, states_for("organisation.change")
    ),
    "leave": Act(
        _("Leave the Compact"),
        _("Leave"),
        Leaving,
        _leave,
        lambda desk: {"last_day": desk.today},
        states_for("signature.withdraw"),
    ),
}
