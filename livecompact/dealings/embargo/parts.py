"""What stands on other pages: how many changes are not public yet, and the ways to a change and to its name."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings import queries
from livecompact.dealings.models import Dealing
from livecompact.dealings.naming import part_of
from livecompact.dealings.queries.whose import Actor
from livecompact.kinds import kind as kind_of
from livecompact.kinds.kind import Kind


def not_public_of(compact: Published, kind: Kind) -> dict[str, str]:
    """How many of a kind are not public yet, as a sentence; the one thing that everyone may know of them."""
    count = queries.not_public_yet(compact, kind)
    if not count:
        return {"not_public": ""}
    words = {"count": count, "kinds": _(kind.called) if count == 1 else _(kind.plural)}
    says = ngettext("%(count)s %(kinds)s is not public yet.", "%(count)s %(kinds)s are not public yet.", count)
    return {"not_public": says % words}


def ways_on(actor: Actor, compact: Published, dealing: Dealing, at: datetime) -> list[Link]:
    """From an agreement to its change or end; from a public change to the choice of its group to show its name."""
    links = []
    if dealing.kind == "funding-agreement" and queries.followed(actor, compact, dealing.key, at):
        address = reverse("check_question", args=[dealing.home_id, "funding-change", "what-changes"])
        links.append(Link(_("Change or end this funding"), f"{address}?follows={dealing.key}"))
    if dealing.told_at and not dealing.towards_named and _may_name(actor, compact, dealing, at):
        address = reverse("dealing_told", args=[dealing.home_id, part_of(dealing.kind), dealing.key])
        links.append(Link(_("Let this page show the name of your group"), address))
    return links


def _may_name(actor: Actor, compact: Published, dealing: Dealing, at: datetime) -> bool:
    try:
        return queries.told(actor, compact, kind_of(dealing.kind), dealing.key, at).may_name
    except NotThere:
        return False
