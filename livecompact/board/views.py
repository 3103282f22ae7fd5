"""The board, on a page, as data and for a spreadsheet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from livecompact.board import chart, out, pages
from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.frame.numbers import whole_number

DIGITS = 4


@with_compact
def board(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """How the promises of a Compact stand, in the form asked for."""
    page = pages.board_page(request.user, compact, localdate(), _year(request.GET.get("year", "")))
    if form == "json":
        return out.data_of(compact, page)
    if form == "csv":
        return out.csv_of(compact, page)
    bars = chart.bars(page.topics)
    drawn = {"bars": bars, "message": chart.message(bars), "figure": pages.figure}
    return render(request, "board/board.jinja", {"compact": compact, "words": compact.words, "page": page} | drawn)


def _year(asked: str) -> int | None:
    """The calendar year of the address; what is no year asks for none."""
    return whole_number(asked, DIGITS) or None if len(asked) == DIGITS else None
