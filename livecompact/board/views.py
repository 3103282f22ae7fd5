"""The board, on a page, as data and for a spreadsheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from livecompact.board import chart, out, pages
from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.frame.filters import refuse_unknown
from livecompact.frame.numbers import year_of


@with_compact
def board(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """How the promises of a Compact stand, in the form asked for."""
    refuse_unknown(request.GET, {"year": None})
    page = pages.board_page(request.user, compact, localdate(), year_of(request.GET.get("year", "")))
    if form == "json":
        return out.data_of(compact, page)
    if form == "csv":
        return out.csv_of(compact, page)
    bars = chart.bars(page.topics)
    drawn = {"bars": bars, "message": chart.message(bars), "figure": pages.figure}
    return render(request, "board/board.jinja", {"compact": compact, "words": compact.words, "page": page} | drawn)
