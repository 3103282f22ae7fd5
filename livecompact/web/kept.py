"""Keeps the pages that are read most in memory, exactly as long as the database has not changed.

A page for somebody without a cookie depends on its address, the language, the day and the database. So it is kept with
the state that the database then had, and every write anywhere, of another process too, makes all of it old. Addresses
with a query are never kept, since answers stand in them; nor is any route that is not named here.
"""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import get_language

from livecompact.frame.keeping import Shelf

ROUTES = frozenset(
    (
        *("home", "compact", "promises", "promise", "topics", "topic", "sections", "section", "principles", "stories"),
        *("editions", "edition", "edition_promise", "glossary", "term", "groups", "about", "coverage", "counting"),
        *("dealings", "dealings_year", "board"),
        *("home.json", "compact.json", "promises.json", "promise.json", "agreement.json", "brand"),
    )
)
MOST = 500  # pages of each thread that answers
LARGEST = 200_000  # bytes of one
SECONDS = 60  # what is shown may also hang on the hour, or on a file

type Respond = Callable[[HttpRequest], HttpResponse]
type Kept = tuple[float, HttpResponse, Any]


class KeptPages:
    """Answers with a page that is kept, if there is one; else keeps what is answered, if it may."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response
        self.shelf: Shelf[Any, Kept] = Shelf()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, made now or a moment ago."""
        if not _may_be_kept(request):
            return self.get_response(request)
        pages, key = self.shelf.now(), _key(request)
        if (kept := pages.get(key)) and time.monotonic() - kept[0] < SECONDS:
            request.resolver_match = kept[2]
            return HttpResponse(kept[1].content, headers=kept[1].headers)
        response = self.get_response(request)
        if _is_for_everyone(request, response) and pages is self.shelf.now():
            if len(pages) >= MOST:
                pages.clear()
            pages[key] = (time.monotonic(), response, request.resolver_match)
        return response


def _may_be_kept(request: HttpRequest) -> bool:
    """Whether nothing but the address tells who asks for what. Inside a transaction nothing is kept: it may fail."""
    asks_more = any(name.startswith("HTTP_IF_") or name == "HTTP_RANGE" for name in request.META)
    bare = request.method == "GET" and not request.META.get("QUERY_STRING") and not request.META.get("HTTP_COOKIE")
    return bare and not asks_more and settings.KEEP_PAGES and not connection.in_atomic_block


def _key(request: HttpRequest) -> tuple[object, ...]:
    """Everything that the page depends on beside the database. A name that the site does not answer to is refused."""
    accepts = "gzip" in request.headers.get("Accept-Encoding", ""), request.headers.get("Accept", "")
    return request.scheme, request.get_host(), request.path, accepts, get_language(), localdate()


def _is_for_everyone(request: HttpRequest, response: HttpResponse) -> bool:
    named = request.resolver_match and request.resolver_match.url_name in ROUTES
    plain = response.status_code == 200 and not response.streaming and not response.cookies  # noqa: PLR2004
    return bool(named and plain and "no-store" not in response.get("Cache-Control", "")) and (
        len(response.content) <= LARGEST
    )
