"""`GET /health`: whether the site can answer and can write, for monitoring on the machine itself."""

from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse

from livecompact import __version__
from livecompact.web import migrated, space

PATH = "/health"


class Health:
    """Answers before the name of the site is looked at, so that 127.0.0.1 does: nothing in the answer is secret."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The state of the site at its one address; elsewhere the response as it is."""
        if request.path_info != PATH:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return health(request)


def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (it says the same to everyone)
    """200 and "ok", or 503 and what is wrong: "no database", "not migrated", "read only" or "no folder"."""
    status = _status()
    return JsonResponse(
        {"status": status, "version": __version__},
        status=200 if status == "ok" else 503,
        headers={"Cache-Control": "no-store"},
    )


def _status() -> str:
    try:
        if migrated.waiting():
            return "not migrated"
    except DatabaseError:
        return "no database"
    try:
        return "read only" if space.short(settings.SITE) else "ok"
    except OSError:
        return "no folder"
