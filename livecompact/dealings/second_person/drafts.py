"""A draft as a second person sees it: all that becomes public, and the version of which a yes speaks."""

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.models import SecondLook
from livecompact.compacts.second import acts
from livecompact.compacts.second.acts import Thing
from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import named, part_of, towards_of
from livecompact.dealings.public.facts_said import capital, lists_said, said
from livecompact.dealings.public.pages import SHOWN_ELSEWHERE
from livecompact.kinds import kind


def draft_of(look: SecondLook, key: str) -> Dealing | None:
    """The record of that key in the Compact of a request; None where it is gone."""
    rows = Dealing.objects.select_related("organisation", "towards")
    return rows.filter(home__slug=look.compact_id, key=key).first()


def shown(found: Dealing | None, public_on: str = "") -> Thing | None:
    """The draft as it is now; None where there is none, or it is public. `public_on`: its group is told first."""
    if found is None or found.state != State.DRAFT:
        return None
    of = kind(found.kind)
    facts = of.read(found.facts)
    rows, lists = said(of, facts, SHOWN_ELSEWHERE), lists_said(of, found.lists, facts)
    says = (
        (_("Organisation"), named(found.organisation)),
        (capital(_(of.towards)) if of.towards else _("Whom it concerns"), towards_of(found)),
        (_("Its group is told first. Public on"), public_on),
        (_("In its own words"), found.about),
        (_("Web address"), found.url),
        *((str(row.label), str(row.value)) for row in rows),
        *((each.label, "; ".join(map(", ".join, each.rows))) for each in lists),
    )
    address = reverse("dealing_draft", args=[found.home_id, part_of(found.kind), found.key])
    return Thing(found.title, tuple((key, value) for key, value in says if value), address, version_of(found))


def version_of(dealing: Dealing) -> str:
    """What stands for all that becomes public, and whom it concerns: of another a yes says nothing."""
    towards = [dealing.towards_id, dealing.towards_named, dealing.towards_called]
    told = [dealing.title, dealing.about, dealing.url, dealing.organisation_id, towards, dealing.facts, dealing.lists]
    return acts.version_of(told)
