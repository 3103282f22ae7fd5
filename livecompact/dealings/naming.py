"""How a dealing is named: its address, its id on the record, and its place in calendars and feeds."""

from django.urls import reverse
from django.utils.text import slugify

from livecompact.dealings.models import Dealing
from livecompact.kinds import KINDS

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
