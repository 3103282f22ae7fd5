"""The Compact of an address for a view, and a page in the form that was asked for."""

from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from livecompact.frame import licences
from livecompact.record import joining
from livecompact.record.joining import Compact
from livecompact.record.queries import NotThere

JSON = "json"
HAS_DATA = ("record", "entry")  # the pages that are there as JSON too

type View = Callable[..., HttpResponse]


def with_compact(view: View) -> View:
    """Gives a view the Compact of the address; a 404 where there is none, or where it has no such entry."""

    @wraps(view)
    def answered(request: HttpRequest, compact: str, **parts: Any) -> HttpResponse:
        try:
            return view(request, joining.compact(request.user, compact, localdate()), **parts)
        except NotThere as error:
            raise Http404(str(error)) from error

    return answered


def answer(request: HttpRequest, compact: Compact, template: str, page: Any, form: str = "") -> HttpResponse:
    """The page of a Compact, as HTML or as data."""
    if form == JSON:
        about = {"id": compact.id, "name": compact.name}
        held = {
            "address": request.path.removesuffix(f".{JSON}"),
            "compact": about,
            "licence": licences.as_data(),
            **asdict(page),
        }
        return JsonResponse(held, json_dumps_params={"ensure_ascii": False})
    query = request.GET.urlencode()
    has_data = template in HAS_DATA
    context = {
        "compact": compact,
        "page": page,
        "part": (page.page, page.pages) if getattr(page, "pages", 1) > 1 else None,
        "data_address": f"{request.path}.{JSON}" + (f"?{query}" if query else "") if has_data else "",
    }
    return render(request, f"record/{template}.jinja", context)
