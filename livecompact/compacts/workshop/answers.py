"""How the views of the workshop begin and end: the bench of the Compact in the address, a page, a change kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from livecompact.agreements import Mistaken
from livecompact.compacts.queries import NotThere
from livecompact.compacts.workshop import actions, editing
from livecompact.compacts.workshop.editing import Folder, NotInDraft
from livecompact.compacts.workshop.forms.base import OnDraft
from livecompact.compacts.workshop.problems import problems
from livecompact.compacts.workshop.queries import AtWork, at_work
from livecompact.people.models import Person

type View = Callable[..., HttpResponse]


def on_bench(view: View) -> View:
    """Gives a view the Compact of the address on the bench; a 404 where there is none, or it has no such part."""

    @wraps(view)
    def answered(request: HttpRequest, compact: str, **parts: Any) -> HttpResponse:
        try:
            return view(request, at_work(request.user, compact, timezone.now()), **parts)
        except (NotThere, NotInDraft) as error:
            raise Http404(str(error)) from error

    return answered


def person_of(request: HttpRequest) -> Person:
    """Who is at work: the guard has let nobody else through."""
    return cast("Person", request.user)


def shown(request: HttpRequest, bench: AtWork, template: str, **context: Any) -> HttpResponse:
    """A page of the workshop."""
    around = {"compact": bench.compact, "words": bench.compact.words, "bench": bench, "problems": problems(bench)}
    return render(request, f"compacts/workshop/{template}.jinja", {**around, **context})


def kept(request: HttpRequest, bench: AtWork, form: OnDraft, change: Callable[[Folder], None]) -> bool:
    """Whether one change is in the draft now; where it is not, the form tells why and holds what was typed."""
    if form.is_outdated:
        form.outdate()
        return False
    text = editing.changed(bench.text, change)
    at, slug = timezone.now(), bench.compact.id
    try:
        actions.save_draft(compact=slug, text=text, based_on=bench.sha256, by=person_of(request), at=at)
    except actions.Outdated:
        form.outdate()
        return False
    except Mistaken as error:
        form.mistaken(error.mistakes)
        return False
    return True
