"""Pages for when there is nothing to show, each saying what happened and what to do next."""

import logging
import sys
from collections.abc import Callable

from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from livecompact.frame.errors import Gone, Unavailable
from livecompact.web import read_only
from livecompact.web.typed import is_from_here, once_more, typed

log = logging.getLogger("livecompact.errors")


class Refusals:
    """Turns what a view raises into its page: 410 for what was taken down, 503 for what cannot be done just now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response as it is."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for Gone, Unavailable and a database that does not answer; None leaves the rest to Django."""
        match exception:
            case Gone():
                return render(request, "web/410.jinja", {"reason": exception.reason}, status=410)
            case Unavailable():
                return unavailable(request)
            case DatabaseError() if read_only.refused(exception):
                log.error("the database does not take writes", exc_info=exception)
                return read_only.page()
            case OperationalError():
                log.error("the database did not answer", exc_info=exception)
                return unavailable(request)
        return None


def unavailable(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (nothing of it may be asked: its session may need the database)
    """503, with the time after which to try again; drawn without asking who is signed in."""
    return _bare("web/503.jinja", 503, {"Retry-After": "300"})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400: what was sent cannot be read."""
    return _bare("web/400.jinja", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: this person may not see it."""
    return render(request, "web/403.jinja", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: there is nothing at this address."""
    return render(request, "web/404.jinja", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: a mistake of ours, drawn without anything that may be broken too; 503 where it is the database's state."""
    problem = sys.exception()
    if read_only.refused(problem):
        return read_only.page()
    if isinstance(problem, OperationalError):
        return unavailable(request)
    return _bare("web/500.jinja", 500)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (the reason is for developers)
    """403 for a form that was open too long, or was sent without its cookie; what was typed on our page is kept."""
    if is_from_here(request) and typed(request):
        return once_more(request)
    return render(request, "web/form_too_old.jinja", status=403)


def _bare(template: str, status: int, headers: dict[str, str] | None = None) -> HttpResponse:
    response = render(None, template, status=status)  # no request: nobody is asked about
    for name, value in (headers or {}).items():
        response[name] = value
    return response
