"""Every page in every state: this room's own, and those of every room below it."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import timezone

from livecompact.compacts.holidays.actions import enter as enter_holiday
from livecompact.compacts.models import Compact, Edition, SecondLook
from livecompact.people import actions as people_actions
from livecompact.people.limits import SessionsEnd
from livecompact.people.roles import Role
from livecompact.register.second import may_go_on
from tests.board import states as board
from tests.checks import states as checks
from tests.compacts import states as compacts
from tests.complaints import states as complaints
from tests.dealings import due_states as due
from tests.dealings import states as dealings
from tests.formats import states as formats
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at
from tests.opendata import states as opendata
from tests.people import states as people
from tests.record import states as record
from tests.register import states as register
from tests.register.some import add, few, sign
from tests.uploads import states as uploads


def signed_out_meanwhile(patch: pytest.MonkeyPatch) -> None:
    """Whoever sends a form has just been signed out."""
    ask = SessionsEnd.__call__

    def after_their_session(ends: SessionsEnd, request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            logout(request)
        return ask(ends, request)

    patch.setattr(SessionsEnd, "__call__", after_their_session)


def token_is_old(patch: pytest.MonkeyPatch) -> None:
    """Whoever sends a form has signed in anew since it was opened."""
    check: Any = CsrfViewMiddleware
    accept = check._accept  # noqa: SLF001 (where the check ends, also for a client that needs no token)

    def refuse(asked: Any, request: HttpRequest) -> Any:
        return asked._reject(request, "old") if request.method == "POST" else accept(asked, request)  # noqa: SLF001

    patch.setattr(check, "_accept", refuse)
    patch.setattr("livecompact.web.errors.is_from_here", lambda _request: True)


OWN = (
    at("help", "/help"),
    at("accessibility", "/accessibility"),
    at("privacy", "/privacy"),
    at("contact", "/contact"),
    at("help", "/nowhere/at/all", Kind.ERROR, status=404),
    State(
        "me_email",
        Kind.LONG,
        (Step("/me/email", {"email": f"{LONG_WORD}@example.org"}),),
        status=403,
        prepare=signed_out_meanwhile,
        role=Role.PERSON,
        cookies=True,
    ),
    State(
        "me_email",
        Kind.ERROR,
        (Step("/me/email", {"email": "ann@example.org"}),),
        status=403,
        prepare=token_is_old,
        role=Role.PERSON,
        cookies=True,
    ),
    at("health", "/health", html=False),
    at("robots", "/robots.txt", html=False),
    at("security", "/.well-known/security.txt", html=False),
    at("sitemap", "/sitemap.xml", prepare=both_compacts, html=False),
)

OFFICE: dict[str, Any] = {"role": Role.OFFICER, "cookies": True}


def nothing_waits(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, and no room in which something waits."""
    both_compacts(patch)
    patch.setattr("django.conf.settings.WAITING", [])


def long_name_waits(patch: pytest.MonkeyPatch) -> None:
    """A sign-up of an organisation with a very long name."""
    both_compacts(patch)
    sign(add(LONG_WORD), approve=False)


def nobody_runs_it(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, put on the site long ago, with no officer since."""
    both_compacts(patch)
    Edition.objects.update(published_at=timezone.now() - timedelta(days=400))


def somebody_stands_in(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, and somebody with a long name who stands in for the officer."""
    both_compacts(patch)
    sam = people_actions.add_person(email="sam@example.org", name=LONG_WORD, at=timezone.now())
    begins, until = timezone.now(), timezone.now() + timedelta(days=14)
    people_actions.stand_in(
        person=sam, role=Role.OFFICER, compact="hertfordshire", by="test", at=begins, begins=begins, until=until
    )


def something_waits_for_a_second_person(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, and a sign-up on paper that a co-chair typed in; nobody but the officer could say yes."""
    both_compacts(patch)
    chair = people_actions.add_person(email="chair@example.org", at=timezone.now())
    people_actions.give_seat(
        person=chair, role=Role.CO_CHAIR, side="statutory", compact="hertfordshire", by="test", at=timezone.now()
    )
    Compact.objects.filter(slug="hertfordshire").update(second_person=True)
    signature = sign(add(LONG_WORD), approve=False, how="paper")
    may_go_on(signature, chair, timezone.now())
    SecondLook.objects.update(id=7)


def school_holidays(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, and two school holidays in one of them; the name of one is a very long word."""
    both_compacts(patch)
    for name, first in ((LONG_WORD[:60], 3), ("Summer holiday", 30)):
        days = [timezone.localdate() + timedelta(days=first + n) for n in (0, 11)]
        enter_holiday(
            compact="hertfordshire", name=name, first=days[0], last=days[1], by="Compact officer", at=timezone.now()
        )


LOOK = "/hertfordshire/run/second-person/7"

RUNNING = (
    at("second_person", "/hertfordshire/run/second-person", Kind.EMPTY, prepare=both_compacts, **OFFICE),
    at("second_person", "/hertfordshire/run/second-person", prepare=something_waits_for_a_second_person, **OFFICE),
    State(
        "second_person",
        Kind.ERROR,
        (Step("/hertfordshire/run/second-person", {"second": "yes"}),),
        prepare=both_compacts,
        **OFFICE,
    ),
    at("second_look", LOOK, Kind.LONG, prepare=something_waits_for_a_second_person, **OFFICE),
    State(
        "second_look",
        Kind.ERROR,
        (Step(LOOK, {"answer": "no"}),),
        prepare=something_waits_for_a_second_person,
        **OFFICE,
    ),
    at("groups", "/hertfordshire/groups", Kind.LONG, prepare=somebody_stands_in),
    at("hand_over", "/hertfordshire/run/stand-in", prepare=both_compacts, **OFFICE),
    at("hand_over", "/hertfordshire/run/stand-in", Kind.LONG, prepare=somebody_stands_in, **OFFICE),
    State(
        "hand_over", Kind.ERROR, (Step("/hertfordshire/run/stand-in", {"email": ""}),), prepare=both_compacts, **OFFICE
    ),
    at("school_holidays", "/hertfordshire/run/school-holidays", Kind.EMPTY, prepare=both_compacts, **OFFICE),
    at("school_holidays", "/hertfordshire/run/school-holidays", Kind.LONG, prepare=school_holidays, **OFFICE),
    State(
        "school_holidays",
        Kind.ERROR,
        (Step("/hertfordshire/run/school-holidays", {"name": ""}),),
        prepare=both_compacts,
        **OFFICE,
    ),
    at("counting", "/hertfordshire/how-days-are-counted", Kind.LONG, prepare=school_holidays),
    at("check_when", "/hertfordshire/check/when", Kind.LONG, prepare=school_holidays),
    at("groups", "/hertfordshire/groups", Kind.EMPTY, prepare=nobody_runs_it),
    at("run", "/hertfordshire/run", prepare=few, **OFFICE),
    at("run", "/hertfordshire/run", Kind.EMPTY, prepare=nothing_waits, **OFFICE),
    at("run", "/hertfordshire/run", Kind.LONG, prepare=long_name_waits, **OFFICE),
)

ROOMS = (people, record, compacts, formats, complaints, register, checks, dealings, uploads, board, due, opendata)

STATES: tuple[State, ...] = (*OWN, *RUNNING, *(state for room in ROOMS for state in room.STATES))
PAGES = tuple(state for state in STATES if state.html)
