"""An organisation's own days: what is due, its funding, and a private calendar. Only who acts for it sees them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from livecompact.compacts import queries as compacts
from livecompact.compacts.answers import with_compact
from livecompact.compacts.models import Compact
from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.actions import own as actions
from livecompact.dealings.due import pages
from livecompact.dealings.due.forms import OwnFunding
from livecompact.dealings.queries import by_of
from livecompact.dealings.queries import funding as queries
from livecompact.dealings.queries.due import due as due_of
from livecompact.dealings.queries.due import own_organisation
from livecompact.dealings.showing import show
from livecompact.frame import calendars
from livecompact.register.models import Organisation

type View = Callable[..., HttpResponse]
PRIVATE = cache_control(no_store=True, private=True)


def of_ours(view: View) -> View:
    """Gives a view the Compact and the organisation of the address, for who acts for it; 404 for anybody else."""

    @wraps(view)
    def answered(request: HttpRequest, compact: Published, organisation: str, **parts: Any) -> HttpResponse:
        return view(request, compact, own_organisation(request.user, organisation, timezone.now()), **parts)

    return PRIVATE(with_compact(answered))


@of_ours
def due(request: HttpRequest, compact: Published, organisation: Organisation) -> HttpResponse:
    """What is due from the organisation, and to it."""
    found = due_of(request.user, compact, organisation, timezone.now(), localdate())
    return show(request, compact, "due/due", page=pages.due_page(organisation, found, localdate()))


@of_ours
def funding(request: HttpRequest, compact: Published, organisation: Organisation) -> HttpResponse:
    """Every grant and contract of the organisation on one page."""
    found = queries.funding(request.user, compact, organisation, timezone.now(), localdate())
    return show(request, compact, "due/funding", page=pages.funding_page(compact, organisation, found, localdate()))


@of_ours
def add(request: HttpRequest, compact: Published, organisation: Organisation) -> HttpResponse:
    """Writing down a grant or contract of one's own."""
    form = OwnFunding(request.POST or None)
    if form.is_valid():
        now = timezone.now()
        by = by_of(request.user, organisation, now)
        actions.add_funding(organisation=organisation, entry=form.entry, by=by, at=now)
        return redirect("organisation_funding", compact.id, organisation.slug)
    return show(request, compact, "due/entry", form=form, organisation=organisation, row=None)


@of_ours
def edit(request: HttpRequest, compact: Published, organisation: Organisation, key: str) -> HttpResponse:
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
def letter(request: HttpRequest, compact: Published, organisation: Organisation, key: str) -> HttpResponse:
    """A letter to the funder, once the last day for notice has passed."""
    found = queries.funding(request.user, compact, organisation, timezone.now(), localdate())
    says = pages.letter(compact, found, key, localdate(), settings.SITE.address)
    return show(request, compact, "due/letter", letter=says, organisation=organisation)


@of_ours
def calendar(request: HttpRequest, compact: Published, organisation: Organisation) -> HttpResponse:
    """Making, renewing and ending a private calendar; its address is shown this once."""
    home, key, now = Compact.objects.get(slug=compact.id), "", timezone.now()
    by, asked = by_of(request.user, organisation, now), {"person": request.user, "organisation": organisation}
    if request.method == "POST" and "end" in request.POST:
        actions.end_calendar(**asked, compact=home, by=by, at=now)
        return redirect("organisation_calendar", compact.id, organisation.slug)
    if request.method == "POST":
        key = actions.make_calendar(**asked, compact=home, by=by, at=now)
    there = queries.calendar_key(request.user, compact, organisation)
    return show(request, compact, "due/calendar", organisation=organisation, there=there, key=key)


@PRIVATE
@require_GET
def private_calendar(request: HttpRequest, key: str) -> HttpResponse:
    """The days of an organisation for whoever holds the key; a 404 once its person does not act for it any more."""
    now, today = timezone.now(), localdate()
    try:
        found = queries.opened_by(actions.hashed(key))
        of = own_organisation(found.person, found.organisation.slug, now)
        compact = compacts.compact(found.person, found.compact_id, today)
    except NotThere as error:
        raise Http404 from error
    days = pages.deadlines(
        compact,
        of,
        due_of(found.person, compact, of, now, today),
        queries.funding(found.person, compact, of, now, today),
    )
    return calendars.answer(request, days, of.name)
