"""The page on which a body says what changed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.feedback.forms import FIRST, MOST, WhatChanged
from livecompact.dealings.feedback.links import can_be_told
from livecompact.dealings.naming import address_of
from livecompact.dealings.publishing.loading import to_dealing
from livecompact.dealings.showing import show
from livecompact.frame.numbers import sets_of_boxes


@to_dealing("dealing.change")
def what_changed(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """What people said, theme by theme, and what became of it."""
    if not can_be_told(found, localdate()):
        raise Http404(found.slug)
    form, wants_more = _form(request, found), "more" in request.POST
    if not wants_more and form.is_valid():
        now, barriers = timezone.now(), form.cleaned_data["barriers"]
        by = queries.acts_as(request.user, found, now).by
        try:
            actions.say_what_changed(dealing=found, themes=form.themes, barriers=barriers, by=by, at=now)
        except actions.NothingChanged:
            return redirect(address_of(found))
        return redirect(address_of(found))
    return show(request, compact, "feedback", form=form, found=found, back=address_of(found))


def _form(request: HttpRequest, found: Any) -> WhatChanged:
    """The form with the boxes that are there, and three more where more are asked for."""
    before = actions.themes_of(found)
    barriers = str(found.facts.get("barriers_heard", "")).removeprefix("none")
    count = sets_of_boxes(request.POST, len(before) + FIRST, MOST)
    if "more" not in request.POST:
        return WhatChanged(count, before, barriers, request.POST or None)
    wider = WhatChanged(count, before, barriers)
    wider.initial = {name: request.POST.get(name, "") for name in wider.fields}
    return wider
