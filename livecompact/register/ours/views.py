"""The pages of an organisation for who acts for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.register import office, queries
from livecompact.register.ours import acts
from livecompact.register.ours.pages import ours_page


@with_compact
def ours(request: HttpRequest, compact: Published, organisation: str) -> HttpResponse:
    """How the organisation stands, and what it can do."""
    page = ours_page(_desk(request, compact, organisation))
    return render(request, "register/ours/ours.jinja", {"compact": compact, "words": compact.words, "page": page})


@with_compact
def act(request: HttpRequest, compact: Published, organisation: str, name: str) -> HttpResponse:
    """One act of the organisation on its own sign-up: its form, then the act."""
    desk, asked = _desk(request, compact, organisation), acts.ACTS[name]
    sent = request.method == "POST"
    form = office.form_of(asked, desk, request.POST if sent else None)
    if sent and office.done(asked, desk, form):
        return redirect("organisation_ours", compact=compact.id, organisation=organisation)
    context = {"compact": compact, "act": asked, "name": name, "form": form, "page": ours_page(desk)}
    return render(request, "register/ours/act.jinja", context)


def _desk(request: HttpRequest, compact: Published, organisation: str) -> office.Desk:
    at = timezone.now()
    return office.Desk(compact, queries.own_sign_up(request.user, compact, organisation, at), at, acts.BY)
