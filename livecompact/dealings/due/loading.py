"""What the views of an organisation's own days load, and refuse to everybody else."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control

from livecompact.compacts import queries as compacts
from livecompact.compacts.answers import with_compact
from livecompact.compacts.models import Compact
from livecompact.compacts.queries import Published
from livecompact.dealings.actions import own as actions
from livecompact.dealings.due import pages
from livecompact.dealings.models import CalendarKey
from livecompact.dealings.queries import by_of
from livecompact.dealings.queries import funding as queries
from livecompact.dealings.queries.due import due as due_of
from livecompact.dealings.queries.due import own_organisation
from livecompact.frame.calendars import Deadline
from livecompact.people.models import Person
from livecompact.register.models import Organisation

type View = Callable[..., HttpResponse]
PRIVATE = cache_control(no_store=True, private=True)


def of_ours(view: View) -> View:
    """Gives a view the Compact and the organisation of the address, for who acts for it; 404 for anybody else."""

    @wraps(view)
    def answered(request: HttpRequest, compact: Published, organisation: str, **parts: Any) -> HttpResponse:
        return view(request, compact, own_organisation(request.user, compact.id, organisation, timezone.now()), **parts)

    return PRIVATE(with_compact(answered))


def make_key(request: HttpRequest, compact: Published, organisation: Organisation) -> str:
    """A new key to the private calendar of who asks."""
    return actions.make_calendar(**_of(request, compact, organisation))


def end_key(request: HttpRequest, compact: Published, organisation: Organisation) -> None:
    """End the private calendar of who asks."""
    actions.end_calendar(**_of(request, compact, organisation))


def key_of(request: HttpRequest, compact: Published, organisation: Organisation) -> CalendarKey | None:
    """The private calendar of who asks, where they have one."""
    return queries.calendar_key(_person(request), compact, organisation)


def days_behind(key: str, at: datetime) -> tuple[Organisation, Iterator[Deadline]]:
    """The organisation that a key opens, and its days; NotThere where it opens nothing now."""
    today = localdate(at)
    found = queries.opened_by(actions.hashed(key))
    of = own_organisation(found.person, found.compact_id, found.organisation.slug, at)
    compact = compacts.compact(found.person, found.compact_id, today)
    due = due_of(found.person, compact, of, at, today)
    return of, pages.deadlines(compact, of, due, queries.funding(found.person, compact, of, at, today))


def _of(request: HttpRequest, compact: Published, organisation: Organisation) -> dict[str, Any]:
    now = timezone.now()
    return {
        "person": _person(request),
        "organisation": organisation,
        "compact": Compact.objects.get(slug=compact.id),
        "by": by_of(request.user, organisation, now),
        "at": now,
    }


def _person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 (the guard lets nobody else through)
    return request.user
