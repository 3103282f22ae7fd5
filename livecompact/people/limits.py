"""How long somebody stays signed in: twelve hours at most, and half an hour without a move for who handles concerns."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from livecompact.people.known import remember
from livecompact.people.models import Person
from livecompact.people.queries import may_idle
from livecompact.people.sessions import BEGAN, IDLE, SEEN

LONGEST = timedelta(hours=12)
LONGEST_IDLE = timedelta(minutes=30)
NOTED_EVERY = timedelta(minutes=1)  # writing down each move would write at each page


class SessionsEnd:
    """Signs somebody out whose session is too old, or too long without a move; it is asked before the guard."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, with the session's times noted."""
        now = timezone.now()
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            if is_over(request.session, now):
                logout(request)
            else:
                note(request, now)
        response = self.get_response(request)
        if request.session.accessed and SESSION_KEY in request.session and BEGAN not in request.session:
            note(request, timezone.now())  # they signed in just now
            remember(response, person_of(request))
        return response


def is_over(session: SessionBase, now: datetime) -> bool:
    """Whether a session has lasted too long, or its person went away from it."""
    began, seen = session.get(BEGAN), session.get(SEEN)
    if began is None or seen is None:
        return False
    idle = bool(session.get(IDLE)) and now.timestamp() - seen >= LONGEST_IDLE.total_seconds()
    return idle or bool(now.timestamp() - began >= LONGEST.total_seconds())


def note(request: HttpRequest, now: datetime) -> None:
    """Write down when a session began, and about when it was last used."""
    session, at = request.session, now.timestamp()
    if BEGAN not in session:
        session[BEGAN] = session[SEEN] = at
        session[IDLE] = not may_idle(person_of(request), at=now)
    elif at - session[SEEN] >= NOTED_EVERY.total_seconds():
        session[SEEN] = at


def person_of(request: HttpRequest) -> Person:
    """Whose session it is."""
    return cast(Person, request.user)
