"""A person's own pages, invitations, and who does what."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from livecompact.frame.errors import Gone
from livecompact.people import actions, mine, queries, running
from livecompact.people.forms import TellTie
from livecompact.people.told import OVER, role_of

type View = Callable[..., HttpResponse]


def me(request: HttpRequest) -> HttpResponse:
    """What one is here: roles, links to organisations, how one signs in."""
    return render(request, "people/me.jinja", mine.everything(request, at=timezone.now()))


def leave(request: HttpRequest, role: str, of: str) -> HttpResponse:
    """Give up a role of one's own."""
    at = timezone.now()
    seat = mine.seat(request, role, of, at=at)
    last = queries.is_last_administrator(seat, at=at)
    if request.method == "POST" and not last:
        actions.end_seat(seat=seat, by=mine.person(request).email, at=at, keep=mine.renewed(request))
        return redirect("me")
    return render(request, "people/leave.jinja", {"role": role_of(seat), "last": last})


def ties(request: HttpRequest) -> HttpResponse:
    """One's links to organisations: told, and taken back."""
    if request.method == "POST" and "remove" in request.POST:
        actions.untell_tie(person=mine.person(request), pk=mine.number(request.POST["remove"]))
        return redirect("me_ties")
    form = TellTie(request.POST or None)
    if form.is_valid() and mine.told(request, form, at=timezone.now()):
        return redirect("me_ties")
    return render(request, "people/ties.jinja", {"form": form, "ties": queries.ties(mine.person(request))})


def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is signed in, and ending it elsewhere."""
    if request.method == "POST":
        actions.end_sessions(person=mine.person(request), keep=request.session.session_key or "")
        return redirect("me_sessions")
    return render(request, "people/sessions.jinja", {"sessions": mine.sessions(request, at=timezone.now())})


def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """An invitation to a role: yes or no, by the person whom it names."""
    found = mine.invitation(request, secret, at=timezone.now())
    if request.method == "POST":
        return answer(request, secret)
    return render(request, "people/invitation.jinja", {"role": role_of(found), "until": mine.day(found.dies_at)})


@require_POST
def answer(request: HttpRequest, secret: str) -> HttpResponse:
    """The yes or the no."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    at, person = timezone.now(), mine.person(request)
    try:
        if "decline" in request.POST:
            actions.decline(secret=secret, person=person, at=at)
        else:
            actions.accept(secret=secret, person=person, at=at, keep=mine.renewed(request))
    except actions.InvitationOver as over:
        raise Gone(str(OVER[over.why])) from None
    return redirect("me")


def people_of(request: HttpRequest, compact: str = "", organisation: str = "") -> HttpResponse:
    """Who does what for a Compact, an organisation or the site; inviting, taking back, ending."""
    where = running.Where(compact, organisation)
    form = running.form(request, where)
    if request.method == "POST" and running.done(request, where, form, at=timezone.now()):
        return redirect(request.path)
    return render(request, "people/people.jinja", running.shown(where, form, at=timezone.now()))


def changing(view: View) -> View:
    """A view of the library that may change the second factor: then every other session of the person ends."""

    @wraps(view)
    def changed(request: HttpRequest, **parts: Any) -> HttpResponse:
        before = queries.factors(request.user)
        response = view(request, **parts)
        if queries.factors(request.user) != before:
            mine.note_change(request, first=not before)
        return response

    return changed
