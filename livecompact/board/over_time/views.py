"""Records over time, on a page, as data and for a spreadsheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from livecompact.board.over_time import out, pages
from livecompact.board.queries.records import each_over_time, over_time
from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published


@with_compact
def records(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """The records that the query of the address asks for."""
    today, wanted = localdate(), pages.wanted_of(request.GET, compact)
    if form == "csv":
        return out.csv_of(compact, each_over_time(request.user, compact, wanted, today), today)
    found = over_time(request.user, compact, wanted, today)
    page = pages.over_time_page(compact, wanted, found, today)
    if form == "json":
        return out.data_of(compact, page, found.rows, today)
    context = {"compact": compact, "words": compact.words, "page": page, "choices": pages.choices()}
    return render(request, "board/records.jinja", context)
