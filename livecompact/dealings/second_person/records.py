"""What an officer enters for an organisation: it waits for a second person, where the Compact asks for one.

A record by itself, a change that its group is told of first, and a list of records, each with one request.
"""

import json
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.models import Act, SecondLook
from livecompact.compacts.second.actions import go_on
from livecompact.compacts.second.acts import NotNow, Thing, register
from livecompact.compacts.second.queries import waits_as
from livecompact.dealings.actions.publishing import NotADraft, publish
from livecompact.dealings.actions.telling_first import days_for, tell_first
from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import named, part_of
from livecompact.dealings.public.facts_said import lists_said, said
from livecompact.dealings.public.pages import SHOWN_ELSEWHERE
from livecompact.dealings.second_person.lists import OF_A_LIST, save_the_list, the_list
from livecompact.dealings.second_person.telling import OF_TELLING, day_of, key_of, may_be_told, request_of, tell_it
from livecompact.kinds import kind
from livecompact.people.models import Person


def join() -> None:
    """Let records wait."""
    register(Act.DEALING, thing, do)


def thing(look: SecondLook, at: datetime) -> Thing | None:
    """What a request is about, as it is now: a list, or a record; None where it is gone, or public."""
    return the_list(look, at) if look.subject.startswith(OF_A_LIST) else record(look, at)


def do(look: SecondLook, by: Person, at: datetime) -> object:
    """Do what was asked, as the officer's."""
    return save_the_list(look, by, at) if look.subject.startswith(OF_A_LIST) else make_public(look, by, at)


@transaction.atomic
def publish_or_ask(*, dealing: Dealing, by: str, own: bool, person: Person, at: datetime) -> Dealing | None:
    """Make a draft public; None where an officer entered it, and a second person must say yes first."""
    if not own:
        compact, version = str(dealing.home_id), _version(dealing)
        if not go_on(compact=compact, act=Act.DEALING, subject=dealing.key, version=version, by=person, at=at):
            return None
    return publish(dealing=dealing, by=by, own=own, at=at)


@transaction.atomic
def tell_or_ask(
    *, dealing: Dealing, by: str, own: bool, person: Person, at: datetime, public_on: date | None
) -> Dealing | None:
    """Let its group see a change first; None where an officer entered it, and a second person must say yes first."""
    on = public_on or days_for(dealing, localdate(at)).latest
    if not own and not may_be_told(dealing=dealing, version=_version(dealing), on=on, person=person, at=at):
        return None
    return tell_first(dealing=dealing, by=by, at=at, public_on=on)


def waits_at(dealing: Dealing) -> str:
    """Where a second person says yes or no; empty where it waits for none."""
    look = waits_as(str(dealing.home_id), Act.DEALING, dealing.key) or request_of(dealing)
    return reverse("second_look", args=[dealing.home_id, look.pk]) if look else ""


def record(look: SecondLook, at: datetime) -> Thing | None:  # noqa: ARG001 (every kind is asked in the same way)
    """The draft as it is now; None where there is none, or it is public."""
    found = _found(look)
    if found is None or found.state != State.DRAFT:
        return None
    of = kind(found.kind)
    facts = of.read(found.facts)
    rows, lists = said(of, facts, SHOWN_ELSEWHERE), lists_said(of, found.lists, facts)
    says = (
        (_("Organisation"), named(found.organisation)),
        (_("Its group is told first. Public on"), day_of(look)),
        (_("In its own words"), found.about),
        (_("Web address"), found.url),
        *((str(row.label), str(row.value)) for row in rows),
        *((each.label, "; ".join(map(", ".join, each.rows))) for each in lists),
    )
    address = reverse("dealing_draft", args=[found.home_id, part_of(found.kind), found.key])
    return Thing(found.title, tuple((key, value) for key, value in says if value), address, _version(found))


def make_public(look: SecondLook, by: Person, at: datetime) -> Dealing:  # noqa: ARG001 (as above)
    """Publish it as the officer's entry."""
    found = _found(look)
    if found is None:
        raise NotNow
    if look.subject.startswith(OF_TELLING):
        return tell_it(found, look, by=_("Compact officer"), at=at)
    try:
        return publish(dealing=found, by=_("Compact officer"), own=False, at=at)
    except NotADraft as problem:
        raise NotNow from problem


def _found(look: SecondLook) -> Dealing | None:
    key = key_of(look) if look.subject.startswith(OF_TELLING) else look.subject
    return Dealing.objects.select_related("organisation").filter(home__slug=look.compact_id, key=key).first()


def _version(dealing: Dealing) -> str:
    """What stands for all that becomes public: of another a yes says nothing."""
    told = [dealing.title, dealing.about, dealing.url, dealing.organisation_id, dealing.facts, dealing.lists]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
