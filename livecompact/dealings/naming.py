"""How a dealing is named: its address, its id on the record, and its place in calendars and feeds."""

import secrets

from livecompact.dealings.models import Dealing
from livecompact.frame.addresses import address_of_route
from livecompact.kinds import KINDS
from livecompact.register.naming import named

__all__ = [
    "LISTED",
    "ON_SITE",
    "address_of",
    "in_compact",
    "named",
    "new_key",
    "part_of",
    "subject_of",
    "towards_of",
]

ON_SITE = {each.part: each for each in KINDS.values()}
"""The kinds that have pages, by their part of an address."""
LISTED = {part: each for part, each in ON_SITE.items() if not each.is_private}
"""Those of which some are public; the others are seen by the two sides alone."""
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Those that nobody takes for another: no 0, o, 1, i or l."""
KEY = 10


def new_key() -> str:
    """A key that nobody has."""
    number = secrets.randbelow(len(LETTERS) ** KEY)  # asked for once, not once a letter
    return "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(KEY))


def part_of(kind_name: str) -> str:
    """The part of an address that names a kind: "consultations"."""
    return KINDS[kind_name].part


def address_of(dealing: Dealing, form: str = "") -> str:
    """Where a public dealing is read, or had in another form, such as "ics"."""
    return in_compact("dealing", dealing, form)


def in_compact(route: str, dealing: Dealing, form: str = "") -> str:
    """The address of a page of a dealing."""
    name = f"{route}.{form}" if form else route
    parts = {"compact": dealing.home_id, "kind": part_of(dealing.kind), "year": dealing.year, "slug": dealing.slug}
    return address_of_route(name, **parts)


def subject_of(dealing: Dealing) -> str:
    """The id of a dealing on the public record, which never changes."""
    return f"{dealing.kind}/{dealing.key}"


def towards_of(dealing: Dealing) -> str:
    """The organisation that it concerns, as everyone may read it; empty where there is none.

    Until it agrees to be named it is called something else, such as "a carers' group", in every form of every page.
    """
    if dealing.towards is None or not dealing.towards_named:
        return dealing.towards_called
    return named(dealing.towards)
