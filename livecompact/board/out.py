"""The board as data and for a spreadsheet: the figures of the page, and no more."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from livecompact.board.pages import BoardPage, columns, figure
from livecompact.board.queries.figures import Stands
from livecompact.compacts.queries import Published
from livecompact.frame import licences
from livecompact.frame.sheets import csv_text


def data_of(compact: Published, page: BoardPage) -> JsonResponse:
    """The board as JSON."""
    held = {
        "address": page.address,
        "compact": compact.id,
        "licence": licences.as_data(),
        "of": page.of,
        "says": page.sentence,
        "public_bodies": {"total": _stands(page.total), "promises": [_line(each) for each in _lines(page)]},
        "groups": _stands(page.groups) if page.groups else None,
        "can_be_judged": [vars(each) for each in page.covers],
        "quarters": [
            {"quarter": each.name, "ends_on": each.ends_on, "is_over": each.is_over, **_stands(each.stands)}
            for each in page.quarters
        ],
        "measures": [
            {"measure": each.name, "unit": each.unit, "years": [vars(year) for year in each.years]}
            for each in page.measures
        ],
        "said_to_be_missing": page.missing,
    }
    return JsonResponse(held, json_dumps_params={"ensure_ascii": False})


def csv_of(compact: Published, page: BoardPage) -> HttpResponse:
    """The promises of the board as CSV, one row each, and the totals of each side."""
    ways = columns()
    header = [_("Side"), _("Topic"), _("Number"), _("Name"), *(way.says for way in ways)]
    response = HttpResponse(csv_text(header, _rows(page)), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{compact.id}-board.csv"'
    return response


def _rows(page: BoardPage) -> Iterator[list[str]]:
    bodies = _("Public bodies")
    for topic, line in _lines(page):
        yield [bodies, topic, line.number, line.name, *_figures(line.stands)]
    yield [bodies, _("All topics"), "", "", *_figures(page.total)]
    if page.groups:
        yield [_("Groups"), _("All topics"), "", "", *_figures(page.groups)]


def _lines(page: BoardPage) -> Iterator[tuple[str, Any]]:
    for topic in page.topics:
        for line in topic.lines:
            yield topic.name, line


def _line(of: tuple[str, Any]) -> dict[str, Any]:
    topic, line = of
    return {
        "topic": topic,
        "promise": line.number,
        "name": line.name,
        "address": line.address,
        **_stands(line.stands),
    }


def _stands(stands: Stands) -> dict[str, int]:
    return {column.name.replace(" ", "_"): figure(stands, column.name) for column in columns()}


def _figures(stands: Stands) -> list[str]:
    return [str(figure(stands, column.name)) for column in columns()]
