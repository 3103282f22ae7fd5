"""Where an organisation finds its own days, on its own page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link
from livecompact.frame.parts import Asked, Part


def ours_days(asked: Asked) -> Part:
    """Links to what is due, to its funding and to its calendar."""
    own = [asked.compact.id, asked.about["organisation"]]
    links = [
        Link(_("See what is due"), reverse("organisation_due", args=own)),
        Link(_("See your funding on one page"), reverse("organisation_funding", args=own)),
        Link(_("Have your days in your own calendar"), reverse("organisation_calendar", args=own)),
    ]
    return Part("dealings/due/_links.jinja", {"links": links})
