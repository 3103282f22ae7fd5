"""The pages of a change that its group is told of first: the choice, what both sides read, and the letter."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.embargo import pages
from livecompact.dealings.embargo.forms import AnswerEarly, WhoSees
from livecompact.dealings.embargo.letters import letter_to_group
from livecompact.dealings.publishing.pages import CheckPage, published_address
from livecompact.dealings.second_person.telling import tell_or_ask
from livecompact.dealings.showing import show
from livecompact.kinds.kind import Kind
from livecompact.people.mine import person


def decide(request: HttpRequest, compact: Published, draft: Any, page: CheckPage) -> HttpResponse:
    """Who can see a change: its group first, and then everyone; or nobody for now."""
    now = timezone.now()
    if not queries.may(request.user, draft, "dealing.tell", now):
        raise PermissionDenied
    form = WhoSees(actions.days_for(draft, localdate(now)), request.POST if request.method == "POST" else None)
    if form.is_valid() and not form.tells:
        return redirect(published_address(draft))
    if form.is_valid():
        told = _tell(request, draft, form.cleaned_data["public_on"])
        return redirect(pages.told_address(told) if told else request.get_full_path())
    return show(request, compact, "tell", page=page, form=form, draft=draft)


def kept(request: HttpRequest, compact: Published, draft: Any) -> HttpResponse:
    """That a change is kept and nobody was told, with the letter."""
    return show(request, compact, "kept", page=pages.kept_page(compact, draft, _site(request)))


@cache_control(no_store=True, private=True)
@with_compact
def told(request: HttpRequest, compact: Published, kind: Kind, key: str) -> HttpResponse:
    """What both sides read before it is public; its group can show it, and its name."""
    now = timezone.now()
    found = queries.told(request.user, compact, kind, key, now)
    if request.method == "POST":
        _do(request, found)
        return redirect(request.path)
    page = pages.told_page(compact, found, _site(request), localdate(now))
    return show(request, compact, "told", page=page)


@cache_control(no_store=True, private=True)
@with_compact
def reply(request: HttpRequest, compact: Published, kind: Kind, key: str) -> HttpResponse:
    """What its group answers; it is shown with the change from the first day."""
    now = timezone.now()
    told = queries.told(request.user, compact, kind, key, now)
    if not told.may_reply:
        raise PermissionDenied
    found, back = told.dealing, pages.told_address(told.dealing)
    form = AnswerEarly(found, told.reply, request.POST or None)
    if request.POST.get("act") == "take-back" or form.is_valid():
        _reply(request, found, form)
        return redirect(back)
    return show(request, compact, "told_reply", form=form, found=found, back=back, before=told.reply)


@cache_control(no_store=True, private=True)
@with_compact
def letter(request: HttpRequest, compact: Published, kind: Kind, key: str) -> HttpResponse:
    """The letter to the group, to print or to send."""
    found = queries.to_write_of(request.user, compact, kind, key, timezone.now())
    text = "\r\n\r\n".join(letter_to_group(found, compact, _site(request)))
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="letter-{key}.txt"'
    return response


def _reply(request: HttpRequest, found: Any, form: AnswerEarly) -> None:
    """Keep what a group says, or take it back."""
    now = timezone.now()
    by = queries.group_by(request.user, found, now)
    if request.POST.get("act") == "take-back":
        actions.take_reply_back(dealing=found, by=by, at=now)
    else:
        actions.reply_early(dealing=found, text=form.cleaned_data["text"], by=by, at=now)


def _do(request: HttpRequest, found: queries.ToldTo) -> None:
    """What a button of the page asks for, where its reader may."""
    now, act = timezone.now(), request.POST.get("act", "")
    if act == "show" and found.may_show:
        actions.show_now(dealing=found.dealing, at=now)
    elif act == "name" and found.may_name:
        actions.show_name(dealing=found.dealing, by=queries.group_by(request.user, found.dealing, now), at=now)
    elif act == "hold-back" and found.may_hold_back:
        by = queries.acts_as(request.user, found.dealing, now).by
        actions.hold_back(dealing=found.dealing, by=by, at=now)
    else:
        raise PermissionDenied


def _tell(request: HttpRequest, draft: Any, public_on: date | None) -> Any:
    """What its group was told of; None where it waits for a second person."""
    now = timezone.now()
    acting, own = queries.acts_as(request.user, draft, now), queries.own(request.user, draft.organisation, now)
    return tell_or_ask(dealing=draft, by=acting.by, own=own, person=person(request), at=now, public_on=public_on)


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
