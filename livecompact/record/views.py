"""The pages of the record: each loads what it holds, and shows it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from livecompact.record import actions, feeds, pages, queries
from livecompact.record.answers import answer, with_compact
from livecompact.record.forms import EraseWords
from livecompact.record.joining import Compact


@with_compact
def record(request: HttpRequest, compact: Compact, form: str = "") -> HttpResponse:
    """What happened, newest first."""
    page = pages.record_page(request.user, compact, request.GET, timezone.localdate())
    return answer(request, compact, "record", page, form)


@with_compact
def record_feed(request: HttpRequest, compact: Compact) -> HttpResponse:
    """The same as a feed."""
    asked, _page = pages.asked_for(request.GET, compact.id, timezone.localdate())
    title = _("What happened – %(name)s") % {"name": compact.name}
    whole = reverse("record", kwargs={"compact": compact.id})
    name = "/".join(filter(None, ["record", asked.what, asked.thing]))
    return feeds.answer(request, compact, name=name, title=title, page_address=whole, asked=asked)


@with_compact
def entry(request: HttpRequest, compact: Compact, number: int, form: str = "") -> HttpResponse:
    """One entry."""
    return answer(request, compact, "entry", pages.entry_page(request.user, compact, number), form)


@with_compact
def erase(request: HttpRequest, compact: Compact, number: int) -> HttpResponse:
    """Erase the words of one entry for good, with the reason; its place in the chain stays."""
    form = EraseWords(request.POST or None)
    if form.is_valid():
        at = timezone.now()
        row = queries.row(request.user, compact.id, number, at)
        by = pages.role_of(request.user, compact, at)
        actions.erase_words(entry=row, reason=form.cleaned_data["reason"], by=by, at=at)
        return redirect("entry", compact=compact.id, number=number)
    page = pages.entry_page(request.user, compact, number)
    return render(request, "record/erase.jinja", {"compact": compact, "page": page, "form": form})


@with_compact
def unsent(request: HttpRequest, compact: Compact) -> HttpResponse:
    """What could not be sent; an officer lets one be tried again."""
    if request.method == "POST":
        failed = queries.failed_notice(request.user, compact.id, request.POST.get("again", ""))
        actions.send_again(notice=failed, by="Compact officer", at=timezone.now())
        return redirect("unsent", compact=compact.id)
    return answer(request, compact, "unsent", pages.unsent_page(request.user, compact))
