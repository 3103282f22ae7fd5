"""Who joined, renewed and left, as a feed: the newest public state of each sign-up."""

from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import address
from livecompact.compacts.queries import Published
from livecompact.frame import atom
from livecompact.register.queries import Event, Events

FEED = "organisations"


def feed(compact: Published, known: Events) -> atom.Feed:
    """The feed of a Compact's organisations."""
    return atom.Feed(
        id=atom.tag(known.origin, f"{compact.id}/{FEED}"),
        title=_("%(compact)s: who has signed") % {"compact": compact.name},
        author=compact.name,
        address=address("organisations.atom", compact),
        page_address=address("organisations", compact),
        updated=known.updated,
        items=[_item(compact, each, known.origin) for each in known.newest],
    )


def _item(compact: Published, each: Event, origin: str) -> atom.Item:
    return atom.Item(
        id=atom.tag(origin, f"{compact.id}/{FEED}/{each.reference}/{each.version}"),
        title=f"{each.organisation.name}: {each.what}",
        address=address("organisation", compact, organisation=each.organisation.slug),
        updated=each.at,
        summary=each.reason,
    )
