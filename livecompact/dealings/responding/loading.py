"""What the views of answers load, and refuse to those who may not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.models import Dealing, Response
from livecompact.dealings.responding.forms import FIRST, MOST, LookOver
from livecompact.dealings.responding.links import has_answers
from livecompact.dealings.responding.pages import answer_address
from livecompact.frame.numbers import sets_of_boxes
from livecompact.kinds.kind import Kind

type View = Callable[..., HttpResponse]


def to_answers(act: str = "") -> Callable[[View], View]:
    """Gives a view the public consultation of the address, to whoever may do that to it; 403 to others."""

    def decorated(view: View) -> View:
        @wraps(view)
        def answered(
            request: HttpRequest, compact: Published, *, kind: Kind, year: int, slug: str, **parts: Any
        ) -> HttpResponse:
            found = queries.dealing(request.user, compact, kind, year, slug)
            if not has_answers(found):
                raise Http404(slug)
            if act and not queries.may(request.user, found, act, timezone.now()):
                raise PermissionDenied
            return view(request, compact, found, **parts)

        return with_compact(answered)

    return decorated


def looking_over(request: HttpRequest, response: Response) -> LookOver:
    """The form with the words that are taken out already, and more boxes where more are asked for."""
    before = tuple(response.original.taken_out.all())
    count = sets_of_boxes(request.POST, len(before) + FIRST, MOST)
    if "more" not in request.POST:
        return LookOver(response.original, before, count, request.POST or None)
    wider = LookOver(response.original, before, count)
    wider.initial = {name: request.POST.get(name, "") for name in wider.fields}
    return wider


def taken_down(request: HttpRequest, found: Dealing, response: Response) -> str:
    """Take an answer down; where it is read by those who keep it."""
    now = timezone.now()
    actions.take_down(response=response, by=queries.acts_as(request.user, found, now).by, at=now)
    return answer_address(found, response)


def deleted(request: HttpRequest, found: Dealing, response: Response) -> bool:
    """Delete an answer; whether it is gone: one that everybody reads is taken down first."""
    now = timezone.now()
    try:
        actions.delete_answer(response=response, by=queries.acts_as(request.user, found, now).by, at=now)
    except actions.IsPublic:
        return False
    return True
