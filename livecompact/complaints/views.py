"""Complaining about data, how a complaint stands, and the answer of who runs the site."""

from contextlib import suppress
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from livecompact.complaints import actions, queries
from livecompact.complaints.forms import Complain, Longer, Outcome
from livecompact.complaints.pages import made

ADMINISTRATOR = "Administrator"


def complain(request: HttpRequest) -> HttpResponse:
    """What is wrong, and how to reach who says so; sent, it is a complaint with a clock."""
    form = Complain(request.POST or None)
    if form.is_valid():
        return redirect("data_complaint_sent", key=made(form, timezone.now()).key)
    return render(request, "complaints/complain.jinja", {"form": form, "site": settings.SITE})


def sent(request: HttpRequest, key: str) -> HttpResponse:
    """That we have it, by when we answer, and the answer."""
    try:
        found = queries.stands(request.user, key)
    except queries.NotThere as error:
        raise Http404 from error
    response = render(request, "complaints/sent.jinja", {"found": found})
    response["Cache-Control"] = "no-store, private"
    return response


def complaints(request: HttpRequest) -> HttpResponse:
    """Every complaint that waits, and those that were answered last."""
    at = timezone.now()
    waiting, done = queries.waiting(request.user, at), queries.answered(request.user, at)
    return render(request, "complaints/complaints.jinja", {"waiting": waiting, "done": done})


def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """One complaint with all that it says; noting that we wrote back by post, and the answer."""
    at = timezone.now()
    line = _line(request, reference, at)
    if "acknowledged" in request.POST:
        actions.acknowledge(complaint=line.row, by=ADMINISTRATOR, at=at)
        return redirect(request.path)
    form = Outcome(request.POST or None)
    if form.is_valid():
        with suppress(actions.DoneAlready):  # by somebody else, a moment ago: the list shows it
            actions.answer(complaint=line.row, by=ADMINISTRATOR, at=at, **form.cleaned_data)
        return redirect("data_complaints")
    return render(request, "complaints/answer.jinja", {"line": line, "form": form})


def longer(request: HttpRequest, reference: str) -> HttpResponse:
    """Putting the answer off, with a reason; who complained is told."""
    at = timezone.now()
    line = _line(request, reference, at)
    form = Longer(line.row.answer_by, request.POST or None)
    if form.is_valid():
        with suppress(actions.DoneAlready):  # by somebody else, a moment ago: the page shows it
            actions.take_longer(complaint=line.row, by=ADMINISTRATOR, at=at, **form.cleaned_data)
    elif line.row.answered_at is None:
        return render(request, "complaints/longer.jinja", {"line": line, "form": form})
    return redirect("data_complaint_answer", reference=reference)


def _line(request: HttpRequest, reference: str, at: datetime) -> queries.Line:
    try:
        return queries.line(request.user, reference, at)
    except queries.NotThere as error:
        raise Http404 from error
