"""What is said to be missing: the list, one of them, and each act; every view loads, acts and shows."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.publishing.forms import Reached
from livecompact.dealings.publishing.loading import home_of
from livecompact.dealings.queries.missing import Seen
from livecompact.dealings.showing import show
from livecompact.dealings.speaking import missing_forms as forms
from livecompact.dealings.speaking import missing_pages as pages
from livecompact.dealings.speaking.notices import missing_address
from livecompact.dealings.standings import REPLY_WINDOW
from livecompact.frame.forms import Form

type View = Callable[..., HttpResponse]


def to_missing(right: str) -> Callable[[View], View]:
    """Gives a view what is said to be missing at the address, to whoever has that right to it; 403 to others."""

    def decorated(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, compact: Published, key: str) -> HttpResponse:
            seen = queries.one_missing(request.user, compact, key, timezone.now())
            if not getattr(seen, right):
                raise PermissionDenied
            return view(request, compact, seen)

        return with_compact(answered)

    return decorated


@with_compact
def listed(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """What is publicly said to be missing, newest first."""
    actor: Any = request.user
    if form == "json":
        rows = [pages.data_of(each) for each in queries.missing(actor, compact, localdate())]
        return JsonResponse({"compact": compact.id, "rows": rows}, json_dumps_params={"ensure_ascii": False})
    return show(request, compact, "missing/list", page=pages.missing_list(actor, compact, timezone.now()))


@with_compact
def one(request: HttpRequest, compact: Published, key: str) -> HttpResponse:
    """One of them."""
    seen = queries.one_missing(request.user, compact, key, timezone.now())
    return show(request, compact, "missing/one", page=pages.missing_page(seen, localdate()))


@with_compact
def new(request: HttpRequest, compact: Published) -> HttpResponse:
    """Say that something is missing; sent, the body is told."""
    actor: Any = request.user
    now, says_as = timezone.now(), queries.says_missing_as(actor, compact, timezone.now())
    if not says_as:
        raise PermissionDenied
    form = forms.SayMissing(queries.bodies(compact), says_as, localdate(), request.POST or None)
    if form.is_valid():
        by = queries.by_of(actor, form.organisation, now)
        whose = {"body": form.public_body, "said_by": form.organisation, **form.told}
        return redirect(missing_address(actions.say_missing(home=home_of(compact), by=by, at=now, **whose)))
    return show(request, compact, "missing/new", form=form, window=_window(compact))


@to_missing("may_answer")
def answer(request: HttpRequest, compact: Published, seen: Seen) -> HttpResponse:
    """The body's answer: the record that it is, or why there is none."""
    form, now = forms.AnswerMissing(queries.could_be(seen.row), request.POST or None), timezone.now()
    if form.is_valid():
        by = queries.by_of(request.user, seen.row.body, now)
        if form.record:
            actions.here_it_is(missing=seen.row, dealing=form.record, by=by, at=now)
        else:
            actions.say_why_not(missing=seen.row, why=form.cleaned_data["why_not"], by=by, at=now)
        return redirect(missing_address(seen.row))
    return show(request, compact, "missing/answer", form=form, seen=seen, back=missing_address(seen.row))


@to_missing("may_take_back")
def take_back(request: HttpRequest, compact: Published, seen: Seen) -> HttpResponse:
    """Who said it takes it back."""
    if request.method == "POST":
        by = queries.by_of(request.user, seen.row.said_by, timezone.now())
        actions.take_missing_back(missing=seen.row, by=by, at=timezone.now())
        return redirect("missing", compact.id)
    page = {"form": Form(), "seen": seen, "back": missing_address(seen.row)}
    return show(request, compact, "missing/take_back", **page)


@to_missing("may_note")
def reached(request: HttpRequest, compact: Published, seen: Seen) -> HttpResponse:
    """The day on which an officer told the body."""
    form = Reached(localdate(), request.POST or None)
    if form.is_valid():
        by = queries.by_of(request.user, seen.row.body, timezone.now())
        actions.note_told(missing=seen.row, on=form.cleaned_data["on"], by=by, at=timezone.now())
        return redirect(missing_address(seen.row))
    return show(request, compact, "missing/reached", form=form, seen=seen, back=missing_address(seen.row))


def _window(compact: Published) -> str:
    """How long a body has to answer here, in words."""
    return compact.agreement.reply_window or REPLY_WINDOW
