"""Recording something: choose what it is, then one page of its questions. What is sent is a draft to look at first."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.publishing.list_fields import lists_of, opened
from livecompact.dealings.publishing.loading import come_back_to, keep
from livecompact.dealings.recording import pages
from livecompact.dealings.recording.forms import May, Record, asked
from livecompact.dealings.showing import show
from livecompact.kinds.kind import Kind


@cache_control(no_store=True, private=True)
@with_compact
def choose(request: HttpRequest, compact: Published) -> HttpResponse:
    """What was done, in plain words."""
    kinds = queries.kinds_for(request.user, compact, timezone.now())
    return show(request, compact, "record_something", topics=pages.choices(compact, kinds))


@cache_control(no_store=True, private=True)
@with_compact
def new(request: HttpRequest, compact: Published, kind: Kind) -> HttpResponse:
    """The questions of a kind; sent, the answers are a draft."""
    if kind.name in pages.THROUGH_ITS_CHECK:
        return redirect(pages.form_address(compact.id, kind))
    now, draft = timezone.now(), come_back_to(request, compact, kind)
    whose = queries.organisations_for(request.user, compact, kind, now)
    if not whose:
        return show(request, compact, "record_new", form=None, kind=kind)
    earlier = queries.to_follow(request.user, compact, whose, now)
    may = May(whose, earlier, partial(queries.called, request.user))
    form, is_sent = opened(lambda data: Record(kind, may, data, draft), lists_of(kind, asked(kind)), request.POST)
    if is_sent and form.is_valid():
        return redirect("dealing_draft", compact.id, kind.part, keep(request, compact, form, draft).key)
    back = reverse("record_something", args=[compact.id])
    return show(request, compact, "record_new", form=form, kind=kind, back=back, whose=whose)
