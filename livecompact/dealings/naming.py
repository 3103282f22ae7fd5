"""How a dealing is named: its address, its id on the record, and its place in calendars and feeds."""

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from livecompact.dealings.models import Dealing
from livecompact.kinds import KINDS
from livecompact.register.models import Organisation

ON_SITE = {slugify(each.plural): each for each in (KINDS["consultation"],)}
"""The kinds that have pages, by their part of an address."""


def part_of(kind_name: str) -> str:
    """The part of an address that names a kind: "consultations"."""
    return slugify(KINDS[kind_name].plural)


def address_of(dealing: Dealing, form: str = "") -> str:
    """Where a public dealing is read, or had in another form, such as "ics"."""
    return in_compact("dealing", dealing, form)


def in_compact(route: str, dealing: Dealing, form: str = "") -> str:
    """The address of a page of a dealing."""
    name = f"{route}.{form}" if form else route
    parts = {"compact": dealing.home_id, "kind": part_of(dealing.kind), "year": dealing.year, "slug": dealing.slug}
    return reverse(name, kwargs=parts)


def subject_of(dealing: Dealing) -> str:
    """The id of a dealing on the public record, which never changes."""
    return f"{dealing.kind}/{dealing.key}"


def named(organisation: Organisation) -> str:
    """What an organisation is called wherever its conduct shows; one that is made up is said to be so, each time."""
    return _("%(name)s (made up)") % {"name": organisation.name} if organisation.invented else organisation.name
