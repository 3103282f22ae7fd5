"""What the pages of one's own need: each looks only at what belongs to the person who asks."""

from datetime import date, datetime
from typing import Any, cast

from allauth.account.internal.flows.login import record_authentication
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.utils.timezone import localtime

from livecompact.frame.errors import Gone
from livecompact.frame.numbers import whole_number
from livecompact.people import actions, queries
from livecompact.people.forms import TellTie
from livecompact.people.models import Invitation, Person, Seat
from livecompact.people.told import OVER, role_of

SITE = "site"
DIGITS = 18  # of a number that every database takes


def everything(request: HttpRequest, *, at: datetime) -> dict[str, Any]:
    """Everything that the page about oneself shows."""
    who = person(request)
    held = [(seat, seat.compact or seat.organisation or SITE, role_of(seat)) for seat in queries.seats(who, at=at)]
    return {
        "email": who.email,
        "seats": held,
        "coming": [
            (each, each.compact, role_of(each), day(each.begins_at))
            for each in queries.coming(who, at=at)
            if each.begins_at
        ],
        "waits": queries.waits_for_second_factor(who, at=at),
        "ties": queries.ties(who),
        "has_second_factor": queries.has_second_factor(who),
        "sessions": queries.sessions(who, at=at).count(),
        "runs": [seat.compact for seat, _of, _role in held if seat.role == "officer"],
        "acts_for": [seat.organisation for seat, _of, _role in held if seat.role == "representative"],
        "runs_site": any(seat.role == "administrator" for seat, _of, _role in held),
    }


def person(request: HttpRequest) -> Person:
    """Who is signed in; the guard lets nobody else through to these pages."""
    return cast(Person, request.user)


def seat(request: HttpRequest, role: str, of: str, *, at: datetime) -> Seat:
    """A role that one holds or will hold, by what it is of ("site" for the site); Http404 where there is none."""
    who = person(request)
    for held in (*queries.seats(who, at=at), *queries.coming(who, at=at)):
        if held.role == role and (held.compact or held.organisation or SITE) == of:
            return held
    raise Http404


def renewed(request: HttpRequest) -> str:
    """Give the session another key, since what its person may do changes; the key."""
    request.session.cycle_key()
    return request.session.session_key or ""


def sessions(request: HttpRequest, *, at: datetime) -> list[tuple[date | None, str, bool]]:
    """Where one is signed in: the day and the time of signing in, and whether it is this browser."""
    found = queries.sessions(person(request), at=at)
    here = request.session.session_key
    return [
        (day(each.began_at), f"{localtime(each.began_at):%H:%M}", each.session_key == here)
        if each.began_at
        else (None, "", each.session_key == here)
        for each in found
    ]


def note_change(request: HttpRequest, *, first: bool) -> None:
    """The second factor changed: every other session ends. Who set up the first one has proved it just now."""
    actions.end_sessions(person=person(request), keep=renewed(request))
    if first:
        record_authentication(request, request.user, method="mfa", reauthenticated=True)


def day(moment: datetime) -> date:
    """The day on which something happens, as people here reckon."""
    return localtime(moment).date()


def number(typed: str) -> int:
    """The number of a row as a button sent it, 0 where it is none."""
    return whole_number(typed, DIGITS) or 0


def told(request: HttpRequest, form: TellTie, *, at: datetime) -> bool:
    """Whether a link to an organisation was kept; where not, the form says why."""
    try:
        actions.tell_tie(person=person(request), at=at, **form.cleaned_data)
    except ValidationError as refused:
        form.add_error("name", refused.messages[0])
        return False
    return True


def invitation(request: HttpRequest, secret: str, *, at: datetime) -> Invitation:
    """The invitation of a link, for whoever opens it; Gone says why it does not hold."""
    found = queries.invitation(secret)
    if found is None:
        raise Gone(str(OVER["unknown"]))
    if why := queries.over(found, at=at):
        raise Gone(str(OVER[why]))
    if request.user.is_authenticated and request.user.pk != found.person_id:
        raise Gone(str(OVER["another"]))
    return found
