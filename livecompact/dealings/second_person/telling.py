"""A change that an officer would tell a group of: it waits for a second person, where the Compact asks for one."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from livecompact.compacts.models import Act, Answer, SecondLook
from livecompact.compacts.second.actions import go_on
from livecompact.compacts.second.acts import NotNow
from livecompact.dealings.actions.telling_first import tell_first
from livecompact.dealings.models import Dealing
from livecompact.frame.dates import long_date
from livecompact.people.models import Person

OF_TELLING = "tell/"
"""How the subject of such a request begins; the key follows, and the day on which it is to be public."""


@transaction.atomic
def may_be_told(*, dealing: Dealing, version: str, on: date, person: Person, at: datetime) -> bool:
    """Whether a group may be told of a change now; where it may not, it waits for a second person from now on."""
    subject = f"{_begins(dealing)}{on.isoformat()}"
    return go_on(compact=str(dealing.home_id), act=Act.DEALING, subject=subject, version=version, by=person, at=at)


def key_of(look: SecondLook) -> str:
    """The key of the change that a request is about."""
    return look.subject.split("/")[1]


def day_of(look: SecondLook) -> str:
    """The day on which what a request is about is to be public; empty where its group is not told first."""
    return long_date(_day(look)) if look.subject.startswith(OF_TELLING) else ""


def tell_it(dealing: Dealing, look: SecondLook, *, by: str, at: datetime) -> Dealing:
    """Let the group see it, once the second person said yes; NotNow where that day cannot be any more."""
    try:
        return tell_first(dealing=dealing, by=by, at=at, public_on=_day(look))
    except ValidationError as problem:
        raise NotNow from problem


def request_of(dealing: Dealing) -> SecondLook | None:
    """The request in which a change waits to be told, if it does."""
    rows = SecondLook.objects.filter(compact_id=dealing.home_id, act=Act.DEALING, answer=Answer.OPEN)
    return rows.filter(subject__startswith=_begins(dealing)).first()


def _day(look: SecondLook) -> date:
    return date.fromisoformat(look.subject.split("/")[2])


def _begins(dealing: Dealing) -> str:
    return f"{OF_TELLING}{dealing.key}/"
