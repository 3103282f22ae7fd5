"""Publishing a consultation out of its check, and what is done to a record after: each loads, acts and shows."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.checks.addresses import question_address, result_address
from livecompact.checks.answers import read
from livecompact.checks.journeys import PUBLISHED
from livecompact.checks.journeys.journey import Journey, Voice
from livecompact.checks.walking import Walk
from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.embargo.views import decide, kept
from livecompact.dealings.naming import ON_SITE, address_of
from livecompact.dealings.publishing import forms, pages
from livecompact.dealings.publishing.changing import ChangeFacts, changeable
from livecompact.dealings.publishing.list_fields import lists_of, opened
from livecompact.dealings.publishing.loading import come_back_to, describing, home_of, keep, may_explain, to_dealing
from livecompact.dealings.recording.pages import back_from
from livecompact.dealings.second_person.records import publish_or_ask
from livecompact.dealings.showing import show
from livecompact.kinds.kind import Kind
from livecompact.people.mine import person
from livecompact.register.queries import had_signed


@with_compact
def describe(request: HttpRequest, compact: Published, journey: Journey) -> HttpResponse:
    """What the check does not ask: a name, a link, a few words, and whose it is. Sent, it is kept as a draft."""
    walk = _walk(request, compact, journey)
    if missing := walk.open_page():
        return redirect(question_address(compact, walk.answers, missing))
    whose = queries.organisations_for(request.user, compact, journey.kind, timezone.now())
    draft = come_back_to(request, compact, journey.kind)
    form = describing(request, compact, walk, whose, draft) if whose else None
    if form and form.is_valid():
        return redirect(pages.draft_address(keep(request, compact, form, draft), walk.answers))
    back = result_address(compact, walk.answers)
    return show(request, compact, "describe", form=form, back=back, whose=whose, kind=journey.kind)


@with_compact
def check(request: HttpRequest, compact: Published, kind: Kind, key: str) -> HttpResponse:
    """The last look; sent, it is public."""
    now = timezone.now()
    draft = queries.draft(request.user, compact, kind, key, now)
    if draft.published_at:
        return redirect(pages.published_address(draft))
    back = back_from(compact, draft, request.GET)
    signed = had_signed(draft.organisation, compact.id, draft.happens_on)
    page = pages.check_page(compact, draft, signed=signed, back=back, at=now, today=localdate())
    if kind.name == "funding-change":
        return decide(request, compact, draft, page)
    if request.method == "POST":
        done = _published(request, draft, now)
        return redirect(pages.published_address(done) if done else request.get_full_path())
    return show(request, compact, "check", page=page)


@with_compact
def published(request: HttpRequest, compact: Published, kind: Kind, key: str) -> HttpResponse:
    """That it is public, where, and what comes next."""
    found = queries.draft(request.user, compact, kind, key, timezone.now())
    if not found.published_at and kind.name == "funding-change":
        return kept(request, compact, found)
    if not found.published_at:
        return redirect("dealing_draft", compact.id, next(part for part, of in ON_SITE.items() if of is kind), key)
    page = pages.published_page(found, request.build_absolute_uri("/").rstrip("/"))
    return show(request, compact, "published", page=page)


@to_dealing("dealing.change")
def change(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """Other facts; the old ones stay in view."""
    kind = next(of for of in ON_SITE.values() if of.name == found.kind)
    before, lists = kind.read(found.facts), lists_of(kind, changeable(kind))
    form, is_sent = opened(lambda data: ChangeFacts(kind, before, data, found.lists), lists, request.POST)
    if is_sent and form.is_valid():
        by, why = queries.acts_as(request.user, found, timezone.now()).by, form.cleaned_data["why"]
        try:
            told = {"facts": form.facts, "lists": form.lists.after, "why": why}
            actions.change_facts(dealing=found, by=by, at=timezone.now(), **told)
        except actions.NothingChanged:
            return redirect(address_of(found))
        return redirect(address_of(found))
    return show(request, compact, "change", form=form, found=found, back=address_of(found))


@to_dealing("dealing.explain")
def explain(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """The reason for doing less, in four parts."""
    checks = may_explain(request, compact, found)
    form = forms.Explain(checks, request.POST or None) if checks else None
    if form and form.is_valid():
        now, code = timezone.now(), form.cleaned_data["check"]
        by = queries.acts_as(request.user, found, now).by
        home = home_of(compact)
        actions.explain(dealing=found, compact=home, standard=code, parts=form.parts, by=by, at=now)
        return redirect(address_of(found))
    return show(request, compact, "explain", form=form, found=found, back=address_of(found))


@to_dealing("reply")
def reply(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """What the other side says to it."""
    now = timezone.now()
    whose = queries.replies_as(request.user, compact, found, now)
    form = forms.Answer(whose, queries.explanations_of(found), request.POST or None)
    if form.is_valid():
        by, said = queries.by_of(request.user, form.organisation, now), form.cleaned_data["text"]
        told = {"says": form.kind, "explanation": form.explanation, "text": said}
        try:
            actions.reply(dealing=found, organisation=form.organisation, by=by, at=now, **told)
        except actions.AlreadySaid:
            return redirect(address_of(found))
        return redirect(address_of(found))
    return show(request, compact, "reply", form=form, found=found, back=address_of(found))


@to_dealing("dealing.reached")
def reached(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """The day on which the organisation was told."""
    form = forms.Reached(localdate(), request.POST or None)
    if form.is_valid():
        by = queries.acts_as(request.user, found, timezone.now()).by
        actions.record_reached(dealing=found, on=form.cleaned_data["on"], by=by, at=timezone.now())
        return redirect(address_of(found))
    return show(request, compact, "reached", form=form, found=found, back=address_of(found))


@to_dealing("dealing.withdraw")
def withdraw(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """Take it out of view, with its reason."""
    form = forms.Withdraw(request.POST or None)
    if form.is_valid():
        by = queries.acts_as(request.user, found, timezone.now()).by
        actions.withdraw(dealing=found, reason=form.cleaned_data["reason"], by=by, at=timezone.now())
        return redirect(address_of(found))
    return show(request, compact, "withdraw", form=form, found=found, back=address_of(found))


def _published(request: HttpRequest, draft: Any, now: datetime) -> Any:
    """What was made public; None where it waits for a second person."""
    acting, own = queries.acts_as(request.user, draft, now), queries.own(request.user, draft.organisation, now)
    return publish_or_ask(dealing=draft, by=acting.by, own=own, person=person(request), at=now)


def _walk(request: HttpRequest, compact: Published, journey: Journey) -> Walk:
    if journey.voice is not Voice.PLAN or journey.kind.name not in PUBLISHED:
        raise Http404
    return Walk(journey, compact.agreement, read(journey, request.GET), localdate())
