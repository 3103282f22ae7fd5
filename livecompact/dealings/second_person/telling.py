"""A change that an officer would tell a group of: it waits for a second person, where the Compact asks for one.

The subject of its request is its key, and the day on which it is to be public.
"""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.models import Act, Answer, SecondLook
from livecompact.compacts.second.actions import go_on
from livecompact.compacts.second.acts import NotNow, Thing
from livecompact.dealings.actions.telling_first import days_for, tell_first
from livecompact.dealings.models import Dealing
from livecompact.dealings.second_person.drafts import draft_of, shown, version_of
from livecompact.frame.dates import long_date
from livecompact.people.models import Person


@transaction.atomic
def tell_or_ask(
    *, dealing: Dealing, by: str, own: bool, person: Person, at: datetime, public_on: date | None
) -> Dealing | None:
    """Let its group see a change first; None where an officer entered it, and a second person must say yes first."""
    on = public_on or days_for(dealing, localdate(at)).latest
    if not own:
        compact, subject, version = str(dealing.home_id), f"{_begins(dealing)}{on.isoformat()}", version_of(dealing)
        if not go_on(compact=compact, act=Act.TELLING, subject=subject, version=version, by=person, at=at):
            return None
    return tell_first(dealing=dealing, by=by, at=at, public_on=on)


def change(look: SecondLook, at: datetime) -> Thing | None:  # noqa: ARG001 (every kind is asked in the same way)
    """The change as it is now, and the day on which it is to be public; None where it is gone, or was told."""
    key, day = _said(look)
    return shown(draft_of(look, key), public_on=long_date(day))


def tell(look: SecondLook, by: Person, at: datetime) -> Dealing:  # noqa: ARG001 (as above)
    """Let the group see it as the officer's entry; NotNow where that day cannot be any more."""
    key, day = _said(look)
    found = draft_of(look, key)
    if found is None:
        raise NotNow
    try:
        return tell_first(dealing=found, by=_("Compact officer"), at=at, public_on=day)
    except ValidationError as problem:
        raise NotNow from problem


def request_of(dealing: Dealing) -> SecondLook | None:
    """The request in which a change waits to be told, if it does."""
    rows = SecondLook.objects.filter(compact_id=dealing.home_id, act=Act.TELLING, answer=Answer.OPEN)
    return rows.filter(subject__startswith=_begins(dealing)).first()


def _said(look: SecondLook) -> tuple[str, date]:
    key, day = look.subject.split("/")
    return key, date.fromisoformat(day)


def _begins(dealing: Dealing) -> str:
    return f"{dealing.key}/"
