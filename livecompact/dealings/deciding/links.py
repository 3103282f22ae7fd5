"""The links by which a dispute is decided, for whoever may."""

from datetime import datetime

from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.deciding.pages import deciding_address
from livecompact.dealings.models import Dealing
from livecompact.dealings.public.facts_said import capital
from livecompact.dealings.queries.whose import Actor
from livecompact.kinds import kind


def deciding(actor: Actor, compact: Published, dealing: Dealing, at: datetime) -> list[Link]:
    """To decide where the two sides disagree, for those who run the Compact and belong to neither."""
    links = []
    for each in queries.open_disputes(dealing):
        each.dealing = dealing
        if queries.may_decide(actor, compact, each, at):
            label = {"label": capital(_(kind(dealing.kind).by_name[each.fact].label))}
            links.append(Link(_("Decide who is right: %(label)s") % label, deciding_address(compact, each)))
    return links
