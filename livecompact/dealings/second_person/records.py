"""A record that an officer enters: it waits for a second person, where the Compact asks for one."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.models import Act, SecondLook
from livecompact.compacts.second.actions import go_on
from livecompact.compacts.second.acts import NotNow, Thing
from livecompact.compacts.second.queries import waits_as
from livecompact.dealings.actions.publishing import NotADraft, publish
from livecompact.dealings.models import Dealing
from livecompact.dealings.second_person.drafts import draft_of, shown, version_of
from livecompact.dealings.second_person.telling import request_of
from livecompact.people.models import Person


@transaction.atomic
def publish_or_ask(*, dealing: Dealing, by: str, own: bool, person: Person, at: datetime) -> Dealing | None:
    """Make a draft public; None where an officer entered it, and a second person must say yes first."""
    if not own:
        compact, version = str(dealing.home_id), version_of(dealing)
        if not go_on(compact=compact, act=Act.DEALING, subject=dealing.key, version=version, by=person, at=at):
            return None
    return publish(dealing=dealing, by=by, own=own, at=at)


def waits_at(dealing: Dealing) -> str:
    """Where a second person says yes or no, to it or to telling it; empty where it waits for none."""
    look = waits_as(str(dealing.home_id), Act.DEALING, dealing.key) or request_of(dealing)
    return reverse("second_look", args=[dealing.home_id, look.pk]) if look else ""


def record(look: SecondLook, at: datetime) -> Thing | None:  # noqa: ARG001 (every kind is asked in the same way)
    """The draft as it is now; None where there is none, or it is public."""
    return shown(draft_of(look, look.subject))


def make_public(look: SecondLook, by: Person, at: datetime) -> Dealing:  # noqa: ARG001 (as above)
    """Publish it as the officer's entry."""
    found = draft_of(look, look.subject)
    if found is None:
        raise NotNow
    try:
        return publish(dealing=found, by=_("Compact officer"), own=False, at=at)
    except NotADraft as problem:
        raise NotNow from problem
