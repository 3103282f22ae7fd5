"""Going to the provider and coming back: what is remembered in between, and whom it lets in."""

import hashlib
import hmac
import logging
import secrets
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from livecompact.people import queries
from livecompact.people.elsewhere.asking import NotReached
from livecompact.people.elsewhere.provider import Provider, places, provider
from livecompact.people.elsewhere.tokens import NotTrusted, Said, said_of
from livecompact.people.models import Person

log = logging.getLogger("livecompact.people")

KEPT_AS = "elsewhere"  # in the session
LASTS = timedelta(minutes=15)

SAYS = {
    "late": _("That took too long, or began in another window. Start again"),
    "cancelled": _("You did not sign in with %(name)s. Try again, or ask for a code"),
    "not reached": _("We cannot reach %(name)s just now. Ask for a code"),
    "not trusted": _("We could not check the answer from %(name)s. Ask for a code"),
    "not proved": _("%(name)s does not say that your email address is yours. Ask for a code"),
    "domain": _("Only some email addresses can be used with %(name)s. Ask for a code"),
    "unknown": _("Nobody here has the email address that %(name)s gave us. Ask who runs your Compact to invite you"),
}


class Stopped(Exception):
    """Nobody is signed in; `why` is a word of SAYS."""

    def __init__(self, why: str, of: Provider) -> None:
        super().__init__(why)
        self.says = str(SAYS[why]) % {"name": of.name}


def address(request: HttpRequest, *, at: datetime) -> str:
    """Where the provider asks who somebody is. What it must bring back is kept in the session, for this one try."""
    of = _here()
    try:
        where = places(of)
    except NotReached as problem:
        raise _stopped("not reached", of, problem) from problem
    state, nonce, verifier = (secrets.token_urlsafe(32) for _each in range(3))
    request.session[KEPT_AS] = {
        "state": state,
        "nonce": nonce,
        "verifier": verifier,
        "next": request.GET.get("next", ""),
        "at": at.timestamp(),
    }
    challenge = urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()  # RFC 7636
    asks = {
        "response_type": "code",
        "client_id": of.client,
        "redirect_uri": _back(),
        "scope": "openid email",
        "state": state,
        "nonce": nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    return f"{where.authorisation}{'&' if '?' in where.authorisation else '?'}{urlencode(asks)}"


def arrive(request: HttpRequest, *, at: datetime) -> HttpResponse:
    """Let in whom the provider names, to their second step if they have one; Stopped where it names nobody known."""
    of = _here()
    if request.user.is_authenticated:
        return redirect("me")
    begun = _begun(request, of, at)
    said = _said(request, begun, of)
    person = _person(said, of)
    record_authentication(request, person, method="elsewhere")
    wanted = begun["next"] if get_adapter().is_safe_url(begun["next"]) else None
    response: HttpResponse = perform_login(request, Login(user=person, redirect_url=wanted, email=person.email))
    return response


def _begun(request: HttpRequest, of: Provider, at: datetime) -> dict[str, Any]:
    """What was kept when this browser left; it is used once."""
    begun: dict[str, Any] = request.session.pop(KEPT_AS, None) or {}
    state = str(begun.get("state", ""))
    ours = bool(state) and hmac.compare_digest(state.encode(), request.GET.get("state", "").encode())
    if not ours or at.timestamp() - begun["at"] > LASTS.total_seconds():
        raise _stopped("late", of, "state")
    if request.GET.get("iss", of.issuer) != of.issuer:  # RFC 9207
        raise _stopped("not trusted", of, "another issuer answered")
    return begun


def _said(request: HttpRequest, begun: dict[str, Any], of: Provider) -> Said:
    if "code" not in request.GET:
        problem = request.GET.get("error", "")
        raise _stopped("cancelled" if problem == "access_denied" else "not trusted", of, "no code came back")
    try:
        return said_of(
            request.GET["code"],
            verifier=begun["verifier"],
            nonce=begun["nonce"],
            back=_back(),
            of=of,
            where=places(of),
        )
    except NotReached as problem:
        raise _stopped("not reached", of, problem) from problem
    except NotTrusted as problem:
        raise _stopped("not trusted", of, problem) from problem


def _person(said: Said, of: Provider) -> Person:
    email = said.email.lower()
    if not said.email.isascii() or not said.email or not said.proved:  # a foreign letter may become ours in lower case
        raise _stopped("not proved", of, "no address that the provider proves")
    if of.domains and email.rpartition("@")[2] not in of.domains:
        raise _stopped("domain", of, "an address of another domain")
    person = queries.person(email)
    if person is None or not person.is_active:
        raise _stopped("unknown", of, "nobody has the address")
    return person


def _here() -> Provider:
    of = provider()
    if of is None:
        raise Http404
    return of


def _back() -> str:
    return f"{settings.SITE.address}{reverse('sign_in_elsewhere_back')}"


def _stopped(why: str, of: Provider, problem: object) -> Stopped:
    log.warning("nobody was signed in by the provider", extra={"about": {"why": why, "problem": str(problem)}})
    return Stopped(why, of)
