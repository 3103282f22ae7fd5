"""The links by which another side speaks, for whoever may."""

from datetime import datetime

from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.models import Dealing
from livecompact.dealings.naming import in_compact
from livecompact.dealings.public.facts_said import capital
from livecompact.dealings.queries.whose import Actor
from livecompact.dealings.speaking.who import dispute_address
from livecompact.kinds import kind


def disagreeing(actor: Actor, compact: Published, dealing: Dealing, at: datetime) -> list[Link]:
    """To say that a fact is another, and to agree again over one that is disputed."""
    others = {each.pk for each in queries.disputes_as(actor, compact, dealing, at)}
    changes = queries.may(actor, dealing, "dealing.change", at)
    links = []
    if others:
        links.append(Link(_("Say that a fact is not right"), in_compact("dealing_disagree", dealing)))
    for each in queries.open_disputes(dealing):
        if changes or each.organisation_id in others:
            each.dealing = dealing
            label = capital(_(kind(dealing.kind).by_name[each.fact].label))
            links.append(Link(_("Agree again: %(label)s") % {"label": label}, dispute_address(each)))
    return links
