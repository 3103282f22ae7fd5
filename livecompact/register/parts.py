"""What this room gives to pages of rooms below: the organisations that somebody acts for, on their own page."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import compacts
from livecompact.frame.parts import Asked, Part
from livecompact.register.queries import NotThere, organisation, own_sign_ups


def organisations_of_mine(asked: Asked) -> Part | None:
    """A link to each organisation that one acts for, in each Compact that it signed."""
    names = {each.id: each.name for each in compacts(asked.actor, asked.today)}
    links = [
        Link(
            _("%(name)s in the %(compact)s") % {"name": each.organisation.name, "compact": names[each.compact_id]},
            reverse("organisation_ours", kwargs={"compact": each.compact_id, "organisation": each.organisation.slug}),
        )
        for each in own_sign_ups(asked.actor, timezone.now())
        if each.compact_id in names
    ]
    return Part("register/parts/mine.jinja", {"links": links}) if links else None


def named(asked: Asked) -> Part | None:
    """What an organisation is called, for pages of rooms that know it by the name in its address only."""
    slug = asked.about["slug"]
    names = asked.kept.setdefault("names of organisations", {})
    if slug not in names:
        names[slug] = _name(asked.actor, slug)
    return Part("register/parts/name.jinja", {"name": names[slug]}) if names[slug] else None


def _name(actor: object, slug: str) -> str:
    try:
        return organisation(actor, slug).name
    except NotThere:
        return ""
