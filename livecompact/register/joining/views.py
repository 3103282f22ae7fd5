"""The pages of joining: each reads what was answered so far, asks, and leads on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.register.joining import acts, cookie, shown
from livecompact.register.joining.pages import BY_ID, can_open, next_page

private = cache_control(no_store=True, private=True)
"""For what shows somebody's own answers: nobody else, and no cache, may have it."""


@with_compact
def start(request: HttpRequest, compact: Published) -> HttpResponse:
    """What it means to sign, and what one needs."""
    return _show(request, compact, "start", page=shown.start_page(compact, request.GET.get("kind", "")))


@private
@with_compact
def question(request: HttpRequest, compact: Published, page: str) -> HttpResponse:
    """One page that asks; answered, it leads to the next."""
    asked, joining = BY_ID.get(page), acts.under_way(request, compact)
    if asked is None:
        raise Http404
    if not can_open(asked, joining):
        return redirect("join_page", compact=compact.id, page=next_page(joining).id)
    form = shown.form_for(asked, joining, request)
    if form.is_valid() and (onward := acts.answered(compact, asked, joining, form)):
        return onward
    return _show(request, compact, asked.template, page=shown.question_page(compact, asked, joining), form=form)


@private
@with_compact
def not_yet(request: HttpRequest, compact: Published) -> HttpResponse:
    """What to do until those who decide have agreed."""
    return _show(request, compact, "not_yet", form=shown.reminder_form(request))


@with_compact
def reminder(request: HttpRequest, compact: Published) -> HttpResponse:
    """A day in somebody's own calendar on which to come back."""
    form = shown.reminder_form(request)
    if form.is_valid():
        return shown.reminder(request, compact, form.cleaned_data["on"], timezone.now())
    return _show(request, compact, "not_yet", form=form)


@with_compact
def paper(request: HttpRequest, compact: Published) -> HttpResponse:
    """One page to take to the meeting that decides."""
    return _show(request, compact, "paper", page=shown.paper_page(compact))


@private
@with_compact
def new_code(request: HttpRequest, compact: Published) -> HttpResponse:
    """Send another code."""
    acts.send_code(compact, acts.under_way(request, compact), timezone.now())
    return redirect("join_page", compact=compact.id, page="code")


@private
@with_compact
def done(request: HttpRequest, compact: Published, reference: str) -> HttpResponse:
    """What was signed, for the browser that did it."""
    joining = cookie.of(request, compact.id)
    if joining is None or joining.reference != reference:
        raise Http404
    return _show(request, compact, "done", page=shown.done_page(compact, reference))


def _show(request: HttpRequest, compact: Published, template: str, **context: object) -> HttpResponse:
    told = {"compact": compact, "words": compact.words, **context}
    return render(request, f"register/joining/{template}.jinja", told)
