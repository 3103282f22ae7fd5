"""What somebody typed is not lost where a form cannot be taken: a page holds it, ready to be sent once more.

It is held in the page alone, so nothing of it stays on the server or in a cookie. A file cannot be held so.

The token of such a page ends with the sign-in that it asks for. So the page bears another one, which the session knows
and keeps through the sign-in: one press sends it (ADR 46).
"""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare, get_random_string

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of a field)
HELD = "held"
"""The token of a page that holds what was typed: the name of its field, and of what the session knows."""
TOKEN_LENGTH = 43  # letters and digits: 256 bits


class Held:
    """Lets the one form through that a page of ours held for this session, and once; asked before Django's own check.

    Every other form is left to that check.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response as it is."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_of_the_view: object) -> None:
        """Note that the form has proved where it comes from, if it has."""
        if is_held(request):
            del request.session[HELD]
            request.csrf_processing_done = True  # type: ignore[attr-defined]  # where Django looks before it asks


def is_held(request: HttpRequest) -> bool:
    """Whether a form comes from a page that held it for this session."""
    if request.method != "POST" or not is_from_here(request):
        return False
    told = request.POST.get(HELD, "")
    return bool(told) and constant_time_compare(told, cast("str", request.session.get(HELD, "")))


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a form that was sent, in their order; none of them where nothing was typed or chosen."""
    fields = [(name, value) for name, values in request.POST.lists() if name not in (TOKEN, HELD) for value in values]
    return fields if any(value.strip() for _, value in fields) or request.FILES else []


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form; a page elsewhere cannot say so."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def signed_out(request: HttpRequest) -> HttpResponse:
    """403 with what was typed, for somebody whose session ended while they wrote."""
    held = "" if request.FILES else get_random_string(TOKEN_LENGTH)
    if held:
        request.session[HELD] = held
    return _held(request, "web/signed_out.jinja", held)


def once_more(request: HttpRequest) -> HttpResponse:
    """403 with what was typed, under a new token: they signed in anew, or the form was open for too long."""
    return _held(request, "web/send_once_more.jinja")


def _held(request: HttpRequest, template: str, held: str = "") -> HttpResponse:
    shown = {"fields": typed(request), "to": request.get_full_path(), "file": bool(request.FILES), "held": held}
    response = render(request, template, shown, status=403)
    response["Cache-Control"] = "no-store, private"
    return response
