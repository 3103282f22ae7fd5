"""A record that an officer enters for an organisation: it waits for a second person, where the Compact asks for one."""

import json
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.models import Act, SecondLook
from livecompact.compacts.second.actions import go_on
from livecompact.compacts.second.acts import NotNow, Thing, register
from livecompact.compacts.second.queries import waits_as
from livecompact.dealings.actions.publishing import NotADraft, publish
from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import part_of
from livecompact.dealings.public.facts_said import said
from livecompact.dealings.public.pages import SHOWN_ELSEWHERE
from livecompact.kinds import kind
from livecompact.people.models import Person


def join() -> None:
    """Let records wait."""
    register(Act.DEALING, record, make_public)


@transaction.atomic
def publish_or_ask(*, dealing: Dealing, by: str, own: bool, person: Person, at: datetime) -> Dealing | None:
    """Make a draft public; None where an officer entered it, and a second person must say yes first."""
    if not own:
        compact, version = str(dealing.home_id), _version(dealing)
        if not go_on(compact=compact, act=Act.DEALING, subject=dealing.key, version=version, by=person, at=at):
            return None
    return publish(dealing=dealing, by=by, own=own, at=at)


def waits_at(dealing: Dealing) -> str:
    """Where a second person says yes or no; empty where it waits for none."""
    look = waits_as(str(dealing.home_id), Act.DEALING, dealing.key)
    return reverse("second_look", args=[dealing.home_id, look.pk]) if look else ""


def record(look: SecondLook, at: datetime) -> Thing | None:  # noqa: ARG001 (every kind is asked in the same way)
    """The draft as it is now; None where there is none, or it is public."""
    found = _found(look)
    if found is None or found.state != State.DRAFT:
        return None
    of = kind(found.kind)
    rows = said(of, of.read(found.facts), SHOWN_ELSEWHERE)
    says = (
        (_("Organisation"), found.organisation.name),
        (_("In its own words"), found.about),
        (_("Web address"), found.url),
        *((str(row.label), str(row.value)) for row in rows),
    )
    address = reverse("dealing_draft", args=[found.home_id, part_of(found.kind), found.key])
    return Thing(found.title, tuple((key, value) for key, value in says if value), address, _version(found))


def make_public(look: SecondLook, by: Person, at: datetime) -> Dealing:  # noqa: ARG001 (as above)
    """Publish it as the officer's entry."""
    found = _found(look)
    if found is None:
        raise NotNow
    try:
        return publish(dealing=found, by=_("Compact officer"), own=False, at=at)
    except NotADraft as problem:
        raise NotNow from problem


def _found(look: SecondLook) -> Dealing | None:
    return Dealing.objects.select_related("organisation").filter(home__slug=look.compact_id, key=look.subject).first()


def _version(dealing: Dealing) -> str:
    """What stands for all that becomes public: of another a yes says nothing."""
    told = [dealing.title, dealing.about, dealing.url, dealing.organisation_id, dealing.facts]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
