"""Uploading a list, page by page: each loads, acts and shows."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.showing import show_in
from livecompact.kinds.kind import Kind
from livecompact.uploads import doing, forms, pages
from livecompact.uploads.giving_back import CONTENT_TYPES, comes_back_as, given_back

show = partial(show_in, "uploads")


@cache_control(no_store=True, private=True)
@with_compact
def uploads(request: HttpRequest, compact: Published) -> HttpResponse:
    """The kinds of list that can be uploaded, and what was sent before."""
    page = pages.choose_page(request.user, compact, timezone.now())
    return show(request, compact, "choose", page=page)


@with_compact
def start(request: HttpRequest, compact: Published, upload_kind: Kind) -> HttpResponse:
    """What a list may be."""
    return show(request, compact, "start", kind=upload_kind)


@cache_control(no_store=True, private=True)
@with_compact
def file(request: HttpRequest, compact: Published, upload_kind: Kind) -> HttpResponse:
    """The file; sent, it is read."""
    whose = queries.organisations_for(request.user, compact, upload_kind, timezone.now())
    form = forms.SelectFile(whose, request.POST or None, request.FILES or None) if whose else None
    if form and form.is_valid():
        return _to(compact, doing.take(request, compact, upload_kind, form))
    return show(request, compact, "file", form=form, kind=upload_kind)


@doing.to_upload
def upload(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """How far an upload is; where rows are ready, what to do with them."""
    form = forms.WhatToDo(found.ready, _sent(request))
    if form.is_valid():
        if form.cleaned_data["what"] == forms.SAVE and found.ready:
            return redirect("upload_stands", compact.id, found.key)
        return redirect("upload_file", compact.id, pages.kind_of(found).part)
    page = pages.upload_page(found, localdate())
    return show(request, compact, f"{page.template}", page=page, found=found, form=form)


@doing.to_upload
def columns(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """What the columns hold that we do not know."""
    form = forms.MatchColumns(found, pages.kind_of(found), _sent(request))
    if form.is_valid():
        if pages.is_open(found):
            doing.match(request, found, form.columns)
        return _to(compact, found)
    return show(request, compact, "columns", form=form, found=found, page=pages.columns_page(found))


@doing.to_upload
def problems(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """Each cell that needs a change, a hundred to a page."""
    page = pages.problems_page(request.user, found, request.GET.get("page", ""))
    return show(request, compact, "problems", page=page, found=found)


@doing.to_upload
def marked(request: HttpRequest, compact: Published, found: Any, form: str) -> HttpResponse:  # noqa: ARG001 (a view's own)
    """The file with what is wrong in it, as the kind that it is: a download, which no browser draws."""
    if form != comes_back_as(found):
        raise Http404
    response = HttpResponse(given_back(found), content_type=CONTENT_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="your-list-marked.{form}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@doing.to_upload
def stands(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """How the rows stand, promise by promise; where many lack one reason, it can be given for all."""
    page = pages.stands_page(compact, found)
    if not pages.is_ready(found):
        return _to(compact, found)
    form = forms.GiveReason(page.lacking.rows, _sent(request)) if page.lacking else None
    if form and page.lacking and form.is_valid():
        what = form.cleaned_data["what"]
        if what == forms.IN_FILE:
            return redirect("upload_file", compact.id, pages.kind_of(found).part)
        doing.give_reason(request, found, page.lacking.fact, form.given)
        return redirect("upload_stands", compact.id, found.key)
    return show(request, compact, "stands", page=page, found=found, form=form)


@doing.to_upload
def publish(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """The last look; sent, the rows are public."""
    if not pages.is_ready(found):
        return _to(compact, found)
    form = forms.Publish(found, _sent(request))
    if form.is_valid():
        doing.publish(request, found)
        return _to(compact, found)
    return show(request, compact, "publish", page=pages.publish_page(found), found=found, form=form)


@doing.to_upload
def undo(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """Taken back, once that was confirmed."""
    if request.method == "POST":
        doing.undo(request, found)
        return _to(compact, found)
    if not doing.can_be_undone(found, localdate()):
        return _to(compact, found)
    return show(request, compact, "undo", found=found, page=pages.upload_page(found, localdate()))


def _sent(request: HttpRequest) -> Any:
    """What was sent, also where every box was left open; None where the page was only opened."""
    return request.POST if request.method == "POST" else None


def _to(compact: Published, found: Any) -> HttpResponse:
    return redirect("upload", compact.id, found.key)
