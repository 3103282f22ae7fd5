"""One page of the register in the form that was asked for: HTML, JSON, CSV or Atom."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from livecompact.compacts import answers
from livecompact.compacts.queries import Published
from livecompact.frame.sheets import csv_text
from livecompact.people.queries import is_officer, organisations_of
from livecompact.register.pages.signatories import Line

JSON, CSV = "json", "csv"
HEADINGS = (
    *("name", "org-id", "sector", "kind", "state", "signed", "left", "edition", "champion", "backs it by", "reason"),
    "address",
)
"""The columns of a list; name, org-id, signed and left are those that `livecompact check --bound` reads."""


def answer(request: HttpRequest, compact: Published, template: str, page: Any, form: str = "") -> HttpResponse:
    """A page as HTML, or its facts as JSON."""
    if form == JSON:
        return answers.answer(request, compact, "", page, JSON)
    context = {
        "compact": compact,
        "page": page,
        "words": compact.words,
        "data_address": other_form(request, JSON),
        "officer": is_officer(request.user, at=timezone.now(), compact=compact.id),
        "acts_for": organisations_of(request.user, at=timezone.now()),
    }
    return render(request, f"register/{template}.jinja", context)


def other_form(request: HttpRequest, form: str) -> str:
    """The address of the same page, with the same filters, in another form."""
    query = request.META.get("QUERY_STRING", "")
    return f"{request.path}.{form}" + (f"?{query}" if query else "")


def as_csv(request: HttpRequest, lines: Iterable[Line], name: str) -> HttpResponse:
    """A list as a file that spreadsheets open; no cell of it can run as a formula."""
    text = csv_text(HEADINGS, (_row(request, line) for line in lines))
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _row(request: HttpRequest, line: Line) -> tuple[str, ...]:
    made_up = _("made up")
    return (
        f"{line.name} ({made_up})" if line.invented else line.name,
        " ".join(line.identifiers[:1]),
        line.sector,
        line.kind,
        line.state,
        line.signed_on.isoformat(),
        line.ended_on.isoformat() if line.ended_on else "",
        line.edition,
        line.champion,
        "; ".join(line.backing),
        line.reason,
        request.build_absolute_uri(line.address),
    )
