"""The public pages of the register: who has signed, who is a Friend, and one organisation."""

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.frame import atom
from livecompact.register import queries
from livecompact.register.answers import CSV, answer, as_csv
from livecompact.register.pages import feed as feeds
from livecompact.register.pages import organisation as one
from livecompact.register.pages import signatories as pages


@with_compact
def organisations(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Who has signed."""
    today = localdate()
    everyone = queries.signatories(request.user, compact, today)
    friends = sum(each.holds for each in queries.friends(request.user, compact, today))
    if form == CSV:
        return as_csv(request, pages.every_line(compact, everyone, request.GET), f"{compact.id}-organisations")
    return answer(
        request, compact, "organisations", pages.signatories_page(compact, everyone, friends, request.GET), form
    )


@with_compact
def friends(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Who backs the principles as a Friend."""
    page = pages.friends_page(compact, queries.friends(request.user, compact, localdate()))
    if form == CSV:
        return as_csv(request, (*page.lines, *page.former), f"{compact.id}-friends")
    return answer(request, compact, "friends", page, form)


@with_compact
def organisation(request: HttpRequest, compact: Published, organisation: str, form: str = "") -> HttpResponse:
    """One organisation: what it signed, since when, and the promises it made."""
    known = queries.whole(request.user, compact, organisation, localdate())
    return answer(request, compact, "organisation", one.organisation_page(compact, known), form)


@with_compact
def feed(request: HttpRequest, compact: Published) -> HttpResponse:
    """Who joined, left and changed, as Atom."""
    return atom.answer(request, feeds.feed(compact, queries.events(request.user, compact)))
