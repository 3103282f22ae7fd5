"""What somebody typed is not lost where a form cannot be taken: a page holds it, ready to be sent once more.

It is held in the page alone, so nothing of it stays on the server or in a cookie. A file cannot be held so.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the name of a field)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a form that was sent, in their order; none of them where nothing was typed or chosen."""
    fields = [(name, value) for name, values in request.POST.lists() if name != TOKEN for value in values]
    return fields if any(value.strip() for _, value in fields) or request.FILES else []


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent the form; a page elsewhere cannot say so."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def signed_out(request: HttpRequest) -> HttpResponse:
    """403 with what was typed, for somebody whose session ended while they wrote."""
    return _held(request, "web/signed_out.jinja")


def once_more(request: HttpRequest) -> HttpResponse:
    """403 with what was typed, under a new token: they signed in anew, or the form was open for too long."""
    return _held(request, "web/send_once_more.jinja")


def _held(request: HttpRequest, template: str) -> HttpResponse:
    held = {"fields": typed(request), "to": request.get_full_path(), "file": bool(request.FILES)}
    response = render(request, template, held, status=403)
    response["Cache-Control"] = "no-store, private"
    return response
