"""The pages of an organisation for who acts for it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.register import actions, office, queries
from livecompact.register.letters import renewing_in, told_in
from livecompact.register.ours import acts
from livecompact.register.ours.forms import Members
from livecompact.register.ours.pages import ours_page, what_changed


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


@with_compact
def members(request: HttpRequest, compact: Published, organisation: str) -> HttpResponse:
    """A body that supports others signs for members that it lists."""
    desk = _desk(request, compact, organisation)
    page = ours_page(desk)
    if not page.may_sign_for_others:
        raise Http404
    form, came = Members(request.POST if request.method == "POST" else None), None
    if form.is_valid():
        listed = form.cleaned_data["members"]
        came = actions.sign_for(body=desk.organisation, members=listed, compact=compact, at=desk.at)
    context = {"compact": compact, "form": form, "page": page, "came": came}
    return render(request, f"register/ours/{'signed_for' if came else 'members'}.jinja", context)


@cache_control(no_store=True, private=True)
@with_compact
def not_right(request: HttpRequest, compact: Published, token: str) -> HttpResponse:
    """A member says, from the mail that told it, that nobody could sign for it; nothing happens before the button."""
    seen = queries.signed_for(compact, told_in(token))
    if request.method == "POST":
        actions.not_right(reference=seen.reference, at=timezone.now())
        return redirect("not_right", compact=compact.id, token=token)
    context = {"compact": compact, "signature": seen, "goes_on": seen.goes_on}
    return render(request, "register/ours/not_right.jinja", context)


@cache_control(no_store=True, private=True)
@with_compact
def renew_by_link(request: HttpRequest, compact: Published, token: str) -> HttpResponse:
    """An organisation renews by the link in a mail to its contact; nothing happens before the button."""
    reference, occurrence = renewing_in(token)
    known = queries.by_reference(compact, reference, localdate())
    if request.method == "POST":
        actions.renew_by_link(compact=compact, reference=reference, occurrence=occurrence, at=timezone.now())
        return redirect("renew_by_link", compact=compact.id, token=token)
    asks = queries.renewal_asked(compact, reference, occurrence, localdate())
    new = what_changed(compact, known.signature)
    context = {"compact": compact, "words": compact.words, "known": known, "asks": asks, "new_edition": new}
    return render(request, "register/ours/renew_by_link.jinja", context)


def _desk(request: HttpRequest, compact: Published, organisation: str) -> office.Desk:
    at = timezone.now()
    return office.Desk(compact, queries.own_sign_up(request.user, compact, organisation, at), at, acts.BY)
