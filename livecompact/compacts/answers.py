"""One page, in the form that was asked for: HTML out of a template, or the same facts as JSON."""

from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.timezone import localdate

from livecompact.agreements.agreement import Term
from livecompact.compacts import queries
from livecompact.compacts.pages.shared import address
from livecompact.compacts.queries import NotThere, Published
from livecompact.compacts.rights import DATA
from livecompact.compacts.terms import Linker
from livecompact.frame import licences
from livecompact.frame.pdf_answers import pdf_answer

JSON = "json"
FORMS = (JSON,)
"""The suffixes that ask for another form; the list is closed, since the number of a promise holds dots."""


type View = Callable[..., HttpResponse]


def with_compact(view: View) -> View:
    """Gives a view the Compact of the address; a 404 where there is none, or where it has no such part."""

    @wraps(view)
    def answered(request: HttpRequest, compact: str, **parts: Any) -> HttpResponse:
        try:
            return view(request, queries.compact(request.user, compact, localdate()), **parts)
        except NotThere as error:
            raise Http404(str(error)) from error

    return answered


def answer(request: HttpRequest, compact: Published, template: str, page: Any, form: str = "") -> HttpResponse:
    """The page of a Compact in the form asked for."""
    if form == JSON:
        return _data(request, page, compact)
    context = {
        "compact": compact,
        "page": page,
        "words": compact.words,
        "linked": Linker(compact.edition.terms, lambda term: _term_address(compact, term)),
        "data_address": _data_address(request),
    }
    return render(request, f"compacts/{template}.jinja", context)


def answer_as_pdf(
    request: HttpRequest, compact: Published, template: str, page: Any, called: str, *, pictures: tuple[str, ...] = ()
) -> HttpResponse:
    """A page of a Compact as PDF, under the name `called`; `pictures` are the icons that it shows."""
    context = {
        "compact": compact,
        "page": page,
        "words": compact.words,
        "address": request.path.removesuffix(".pdf"),
    }
    files = [f"compacts/icons/{picture}.svg" for picture in dict.fromkeys(pictures)]
    return pdf_answer(request, f"compacts/pdf/{template}.jinja", context, called, files)


def answer_of_site(request: HttpRequest, template: str, page: Any, form: str = "") -> HttpResponse:
    """A page of the whole site in the form asked for."""
    if form == JSON:
        return JsonResponse(asdict(page), json_dumps_params={"ensure_ascii": False})
    return render(request, f"compacts/{template}.jinja", {"page": page, "data_address": _data_address(request)})


def _data(request: HttpRequest, page: Any, compact: Published) -> JsonResponse:
    about = {"id": compact.id, "name": compact.name, "edition": compact.edition.id, "sha256": compact.sha256}
    held = {
        "address": request.path.removesuffix(f".{JSON}"),
        "compact": about,
        "licence": licences.as_data(),
        "signed_text": asdict(compact.agreement.signed_text),
        **asdict(page),
    }
    return JsonResponse(held, json_dumps_params={"ensure_ascii": False})


def _data_address(request: HttpRequest) -> str:
    """Where the same page is as data; empty where it is not."""
    match = request.resolver_match
    if match is None or match.url_name not in DATA:
        return ""
    query = request.META.get("QUERY_STRING", "")
    path = request.path if request.path != "/" else "/compacts"
    return f"{path}.{JSON}" + (f"?{query}" if query else "")


def _term_address(compact: Published, term: Term) -> str:
    return address("term", compact, term=slugify(term.term))
