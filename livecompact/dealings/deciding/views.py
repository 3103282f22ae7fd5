"""The pages on which the officer and the Compact group decide what two sides do not agree on."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.deciding import pages, second
from livecompact.dealings.deciding.forms import Decide
from livecompact.dealings.showing import show
from livecompact.people.mine import person


@with_compact
def listed(request: HttpRequest, compact: Published) -> HttpResponse:
    """Where two sides disagree, with the words of both."""
    actor, now = request.user, timezone.now()
    page = pages.deciding_page(compact, queries.to_decide(actor, compact, now), queries.decided(actor, compact, now))
    return show(request, compact, "deciding/list", page=page)


@with_compact
def decide(request: HttpRequest, compact: Published, dispute: int) -> HttpResponse:
    """One of them: who is right, and why."""
    now = timezone.now()
    found = queries.one_to_decide(request.user, compact, dispute, now)
    if found.is_of_a_side or not queries.may_decide(request.user, compact, found.dispute, now):
        raise PermissionDenied
    line = pages.line(compact, found.dispute, may=not found.dispute.settled)
    form = Decide(line.said, request.POST or None) if line.decide else None
    if form and form.is_valid():
        return redirect(line.address if _decide(request, compact, found.dispute, form) else request.path)
    around = {"line": line, "back": pages.list_address(compact), "waits": second.waits(found.dispute)}
    return show(request, compact, "deciding/decide", form=form, **around)


def _decide(request: HttpRequest, compact: Published, dispute: Any, form: Decide) -> bool:
    """End a dispute; one that is over by now stays as it is. False where a second person must say yes first."""
    now = timezone.now()
    by = pages.role_said(queries.decides_as(request.user, compact, now))
    told = {"as_they_say": form.as_they_say, "reason": form.cleaned_data["reason"]}
    try:
        return second.decide_or_ask(dispute=dispute, by=by, person=person(request), at=now, **told) is not None
    except actions.AlreadySettled:
        return True
