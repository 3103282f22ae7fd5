"""An organisation's own days: what is due, its funding, and a private calendar. Only who acts for it sees them."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.actions import own as actions
from livecompact.dealings.due import loading, pages
from livecompact.dealings.due.forms import OwnFunding
from livecompact.dealings.due.loading import PRIVATE, of_ours
from livecompact.dealings.queries import by_of
from livecompact.dealings.queries import funding as queries
from livecompact.dealings.queries.due import due as due_of
from livecompact.dealings.showing import show
from livecompact.frame import calendars


@of_ours
def due(request: HttpRequest, compact: Published, organisation: Any) -> HttpResponse:
    """What is due from the organisation, and to it."""
    now, today = timezone.now(), localdate()
    found = due_of(request.user, compact, organisation, now, today)
    funded = queries.funding(request.user, compact, organisation, now, today)
    return show(request, compact, "due/due", page=pages.due_page(compact, organisation, found, funded, today))


@of_ours
def funding(request: HttpRequest, compact: Published, organisation: Any) -> HttpResponse:
    """Every grant and contract of the organisation on one page."""
    found = queries.funding(request.user, compact, organisation, timezone.now(), localdate())
    return show(request, compact, "due/funding", page=pages.funding_page(compact, organisation, found, localdate()))


@of_ours
def add(request: HttpRequest, compact: Published, organisation: Any) -> HttpResponse:
    """Writing down a grant or contract of one's own."""
    form = OwnFunding(request.POST or None)
    if form.is_valid():
        now = timezone.now()
        by = by_of(request.user, organisation, now)
        actions.add_funding(organisation=organisation, entry=form.entry, by=by, at=now)
        return redirect("organisation_funding", compact.id, organisation.slug)
    return show(request, compact, "due/entry", form=form, organisation=organisation, row=None)


@of_ours
def edit(request: HttpRequest, compact: Published, organisation: Any, key: str) -> HttpResponse:
    """Saying something else of it, or removing it."""
    now = timezone.now()
    row = queries.entry(request.user, organisation, key, now)
    by, removes = by_of(request.user, organisation, now), "remove" in request.POST
    form = OwnFunding(request.POST if request.POST and not removes else None, row)
    if removes:
        actions.remove_funding(row=row, by=by, at=now)
    elif form.is_valid():
        actions.change_funding(row=row, entry=form.entry, by=by, at=now)
    else:
        return show(request, compact, "due/entry", form=form, organisation=organisation, row=row)
    return redirect("organisation_funding", compact.id, organisation.slug)


@of_ours
def letter(request: HttpRequest, compact: Published, organisation: Any, key: str) -> HttpResponse:
    """A letter to the funder, once the last day for notice has passed."""
    found = queries.funding(request.user, compact, organisation, timezone.now(), localdate())
    says = pages.letter(compact, found, key, localdate(), settings.SITE.address)
    return show(request, compact, "due/letter", letter=says, organisation=organisation)


@of_ours
def calendar(request: HttpRequest, compact: Published, organisation: Any) -> HttpResponse:
    """Making, renewing and ending a private calendar; its address is shown this once."""
    if request.method == "POST" and "end" in request.POST:
        loading.end_key(request, compact, organisation)
        return redirect("organisation_calendar", compact.id, organisation.slug)
    key = loading.make_key(request, compact, organisation) if request.method == "POST" else ""
    there = loading.key_of(request, compact, organisation)
    return show(request, compact, "due/calendar", organisation=organisation, there=there, key=key)


@PRIVATE
@require_GET
def private_calendar(request: HttpRequest, key: str) -> HttpResponse:
    """The days of an organisation for whoever holds the key; a 404 once its person does not act for it any more."""
    try:
        of, days = loading.days_behind(key, timezone.now())
    except NotThere as error:
        raise Http404 from error
    return calendars.answer(request, days, of.name)
