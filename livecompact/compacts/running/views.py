"""The page for whoever runs a Compact."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.compacts.running import pages
from livecompact.compacts.running.forms import HandOver
from livecompact.frame.waiting import everything_that_waits
from livecompact.people.mine import person
from livecompact.people.queries import may_give
from livecompact.people.roles import Role


@with_compact
def run(request: HttpRequest, compact: Published) -> HttpResponse:
    """Everything that waits for whoever runs this Compact, the oldest first."""
    at = timezone.now()
    page = pages.run_page(everything_that_waits(request.user, compact, at), localdate(at))
    around = {"compact": compact, "words": compact.words, "stand_ins": pages.stand_ins(compact, at)}
    return render(request, "compacts/run.jinja", {**around, "page": page})


@with_compact
def hand_over(request: HttpRequest, compact: Published) -> HttpResponse:
    """Who stands in for the officer, and from when until when; taking it back."""
    at = timezone.now()
    form = HandOver(request.POST if "email" in request.POST else None, today=localdate(at))
    if "end" in request.POST:
        pages.taken_back(request, compact, at)
        return redirect(request.path)
    if form.is_valid() and pages.handed_over(request, compact, form, at):
        return redirect(request.path)
    may = may_give(person(request), Role.OFFICER, at=at, compact=compact.id)
    around = {"compact": compact, "may": may, "stand_ins": pages.stand_ins(compact, at)}
    return render(request, "compacts/running/hand_over.jinja", {**around, "form": form})
