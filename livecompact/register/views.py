"""The pages of the register: who has signed, who is a Friend, one organisation; and the officer's side of each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.frame import atom
from livecompact.frame.pdf_answers import pdf_answer
from livecompact.people.mine import person
from livecompact.register import office, queries
from livecompact.register.answers import CSV, answer, as_csv
from livecompact.register.forms import Adding
from livecompact.register.pages import certificate as certificates
from livecompact.register.pages import desk as desks
from livecompact.register.pages import feed as feeds
from livecompact.register.pages import organisation as one
from livecompact.register.pages import signatories as pages


@with_compact
def organisations(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Who has signed."""
    today = localdate()
    everyone = queries.briefs(request.user, compact, today)
    if form == CSV:
        lines = pages.every_line(compact, everyone, request.GET, today)
        return as_csv(request, lines, f"{compact.id}-organisations")
    friends = queries.friends_now(request.user, compact, today)
    page = pages.signatories_page(compact, everyone, friends, request.GET, today)
    return answer(request, compact, "organisations", page, form)


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
def certificate(request: HttpRequest, compact: Published, organisation: str) -> HttpResponse:
    """What an organisation can show of what it signed, and a badge to copy."""
    page = certificates.certificate_page(compact, queries.signed(request.user, compact, organisation, localdate()))
    return render(request, "register/certificate.jinja", {"compact": compact, "words": compact.words, "page": page})


@with_compact
def certificate_pdf(request: HttpRequest, compact: Published, organisation: str) -> HttpResponse:
    """The certificate to print, while it holds."""
    page = certificates.certificate_page(compact, queries.signed(request.user, compact, organisation, localdate()))
    if not page.holds:
        raise Http404
    return pdf_answer(
        request, "register/pdf/certificate.jinja", {"compact": compact, "page": page}, f"{compact.id}-{organisation}"
    )


@with_compact
def badge(request: HttpRequest, compact: Published, organisation: str) -> HttpResponse:  # noqa: ARG001 (the same to all)
    """A picture of how the organisation stands today. Other sites may show it; whoever sees it there gets no cookie."""
    shown = certificates.badge_of(compact, queries.signed(None, compact, organisation, localdate()))
    response = HttpResponse(render_to_string("register/badge.jinja", {"badge": shown}), content_type="image/svg+xml")
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@with_compact
def feed(request: HttpRequest, compact: Published) -> HttpResponse:
    """Who joined, left and changed, as Atom."""
    return atom.answer(request, feeds.feed(compact, queries.events(request.user, compact)))


@with_compact
def waiting(request: HttpRequest, compact: Published) -> HttpResponse:
    """What waits for an officer on the register."""
    actor, at = request.user, timezone.now()
    page = desks.waiting_page(
        compact,
        queries.waiting(actor, compact, at),
        queries.renewals_due(actor, compact, at),
        queries.gone(actor, compact, at),
    )
    return render(request, "register/waiting.jinja", {"compact": compact, "page": page})


@with_compact
def edit(request: HttpRequest, compact: Published, organisation: str) -> HttpResponse:
    """One sign-up with all that was said, and what can be done now."""
    at = timezone.now()
    desk = office.Desk(compact, queries.sign_up(request.user, compact, organisation, at), at)
    return render(request, "register/edit.jinja", {"compact": compact, "page": desks.desk_page(desk)})


@with_compact
def act(request: HttpRequest, compact: Published, organisation: str, name: str) -> HttpResponse:
    """One act of an officer on an organisation: its form, then the act."""
    at = timezone.now()
    seen = queries.sign_up(request.user, compact, organisation, at)
    desk = office.Desk(compact, seen, at, person=person(request))
    asked = office.ACTS[name]
    form = office.form_of(asked, desk, request.POST or None)
    if request.POST and office.done(asked, desk, form):
        return redirect("organisation_edit", compact=compact.id, organisation=organisation)
    context = {"compact": compact, "act": asked, "form": form, "page": desks.desk_page(desk)}
    return render(request, "register/act.jinja", context)


@with_compact
def add(request: HttpRequest, compact: Published) -> HttpResponse:
    """Add an organisation that signed on paper or by phone."""
    form = Adding(request.POST or None)
    signature = office.added(compact, form, timezone.now(), person(request)) if request.POST else None
    if signature is not None:
        return redirect("organisation_edit", compact=compact.id, organisation=signature.organisation.slug)
    return render(request, "register/add.jinja", {"compact": compact, "form": form})
