"""Asking for something in another form, and the officer's answer."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.compacts import queries as compacts
from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.formats import actions, pages, queries
from livecompact.formats.forms import Answer, Reach, Which
from livecompact.formats.wanted import BY_ID

OFFICER = "Compact officer"


def of_site(request: HttpRequest) -> HttpResponse:
    """Which Compact it is about, where the page before was of none."""
    found = compacts.compacts(request.user, localdate())
    if len(found) == 1:
        return redirect("another_way", compact=found[0].id)
    return render(request, "formats/of_site.jinja", {"compacts": found})


@with_compact
def which(request: HttpRequest, compact: Published) -> HttpResponse:
    """What somebody would like to have, and in which form; the answers go on in the address."""
    form = Which(request.GET) if "sent" in request.GET else Which(initial=pages.filled_in(request.GET))
    if form.is_bound and form.is_valid():
        return redirect(pages.next_address(compact, **form.cleaned_data))
    context = {"compact": compact, "form": form, "window": pages.window_of(compact)}
    return render(request, "formats/which.jinja", context)


@with_compact
def form(request: HttpRequest, compact: Published, wanted: str) -> HttpResponse:
    """How to reach who asks; sent, it is a request with a clock."""
    first = Which({"what": request.GET.get("what", ""), "wanted": wanted})
    if not first.is_valid():
        return redirect("another_way", compact=compact.id)
    form = Reach(BY_ID[wanted], request.POST or None)
    if form.is_valid():
        made = pages.made(compact, form, first.cleaned_data["what"], timezone.now())
        return redirect("another_way_asked", compact=compact.id, reference=made.reference)
    context = {"compact": compact, "form": form, "first": pages.First(compact, **first.cleaned_data)}
    return render(request, "formats/form.jinja", context)


@with_compact
def asked(request: HttpRequest, compact: Published, reference: str) -> HttpResponse:
    """That we have the request, and by when we answer."""
    found = queries.asked(request.user, compact, reference)
    context = {"compact": compact, "asked": found, "window": pages.window_of(compact)}
    return render(request, "formats/asked.jinja", context)


@with_compact
def requests(request: HttpRequest, compact: Published) -> HttpResponse:
    """Every request that waits, and those that were answered last."""
    at = timezone.now()
    waiting, done = queries.waiting(request.user, compact, at), queries.answered(request.user, compact, at)
    return render(request, "formats/requests.jinja", {"compact": compact, "waiting": waiting, "done": done})


@with_compact
def request_page(request: HttpRequest, compact: Published, reference: str) -> HttpResponse:
    """One request: what it is, whom it is for, and what came of it."""
    line = queries.line(request.user, compact, reference, timezone.now())
    form = Answer(request.POST or None)
    if form.is_valid():
        with suppress(actions.DoneAlready):  # by somebody else, a moment ago: the list shows it
            actions.answer(request=line.row, by=OFFICER, at=timezone.now(), **form.cleaned_data)
        return redirect("another_way_requests", compact=compact.id)
    return render(request, "formats/request.jinja", {"compact": compact, "line": line, "form": form})
