"""What is public, for programs: awards as 360Giving, every day as a calendar, and one page that leads to all of it."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.board.over_time.pages import wanted_of
from livecompact.compacts.answers import with_compact
from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published
from livecompact.dealings.naming import LISTED
from livecompact.dealings.public.facts_said import capital
from livecompact.dealings.public.out import calendar_answer
from livecompact.frame.filters import refuse_unknown
from livecompact.frame.licences import licence
from livecompact.frame.sheets import csv_text
from livecompact.opendata import out, queries
from livecompact.opendata.columns import COLUMNS


@with_compact
def data(request: HttpRequest, compact: Published) -> HttpResponse:
    """Where everything that is public can be had as data."""
    lists = [
        (Link(capital(_(of.plural)), reverse("dealings", args=[compact.id, part])), part) for part, of in LISTED.items()
    ]
    context = {
        "compact": compact,
        "words": compact.words,
        "lists": lists,
        "has_awards": queries.has_awards(request.user, compact),
        "licence": licence(),
    }
    return render(request, "opendata/data.jinja", context)


@with_compact
def awards(request: HttpRequest, compact: Published, form: str) -> HttpResponse:
    """Every public grant as 360Giving; a 404 while there is none, since the standard knows no empty package."""
    if not queries.has_awards(request.user, compact):
        raise Http404
    found = queries.awards(request.user, compact)
    title = _("Awards: %(name)s") % {"name": compact.name}
    made = out.as_json(title, compact.name, found) if form == "json" else out.as_csv(found)
    kind = "application/json" if form == "json" else "text/csv; charset=utf-8"
    response = StreamingHttpResponse(made, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{compact.id}-awards-360giving.{form}"'
    return cast("HttpResponse", response)  # a stream answers as one


@with_compact
def checks(request: HttpRequest, compact: Published) -> HttpResponse:
    """Every check of every public record, or of those that the query of the address asks for."""
    refuse_unknown(request.GET, dict.fromkeys(("kind", "organisation", "promise", "year")))
    found = queries.checks(request.user, compact, wanted_of(request.GET, compact))
    response = StreamingHttpResponse(out.checks_as_csv(found, localdate()), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{compact.id}-checks.csv"'
    return cast("HttpResponse", response)  # a stream answers as one


@with_compact
def check_columns(request: HttpRequest, compact: Published) -> HttpResponse:  # noqa: ARG001 (as every view)
    """What each column of the checks means, for a spreadsheet."""
    text = csv_text(["column", "meaning"], [(name, _(says)) for name, says in COLUMNS.items()])
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="checks-columns.csv"'
    return response


@with_compact
def calendar(request: HttpRequest, compact: Published) -> HttpResponse:
    """Every public day of a Compact as one calendar; the entries are those of the calendars of each list."""
    return calendar_answer(request, queries.days(request.user, compact, localdate()), compact.name)
