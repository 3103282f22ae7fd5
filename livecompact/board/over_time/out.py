"""The records over time as data and for a spreadsheet."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from livecompact.board.over_time.pages import OverTimePage
from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing
from livecompact.dealings.naming import address_of, named, subject_of, towards_of
from livecompact.dealings.public.blocks import tag_of
from livecompact.dealings.public.out import checks_of, promises_of
from livecompact.dealings.queries.listing import Standings
from livecompact.dealings.standings import Settled
from livecompact.frame import licences
from livecompact.frame.sheets import csv_text


def data_of(compact: Published, page: OverTimePage, rows: Standings, today: date) -> JsonResponse:
    """One page of records as JSON, with every year."""
    held = {
        "address": page.address,
        "compact": compact.id,
        "licence": licences.as_data(),
        "title": page.title,
        "asked": page.asked,
        "count": page.count,
        "page": page.part_of_list[0] if page.part_of_list else 1,
        "pages": page.part_of_list[1] if page.part_of_list else 1,
        "years": [{"year": each.year, **{str(k): v for k, v in each.stands.shown.items()}} for each in page.years],
        "rows": [
            {
                "title": each.title,
                "address": each.address,
                "kind": each.kind,
                "organisation": each.organisation,
                "day": each.opens,
                "state": each.shown,
                "checks": checks_of(standings, today),
            }
            for each, (_dealing, standings) in zip(page.rows, rows, strict=True)
        ],
    }
    return JsonResponse(held, json_dumps_params={"ensure_ascii": False})


def csv_of(compact: Published, found: Iterable[tuple[Dealing, tuple[Settled, ...]]], today: date) -> HttpResponse:
    """All records that were asked for as CSV, each with how it stands on the day."""
    header = [_("Id"), _("Kind"), _("Title"), _("Organisation"), _("Towards"), _("Day"), _("Address"), _("State")]
    header += [_("Promises")]
    response = HttpResponse(csv_text(header, _rows(found, today)), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{compact.id}-records.csv"'
    return response


def _rows(found: Iterable[tuple[Dealing, tuple[Settled, ...]]], today: date) -> Iterator[list[str]]:
    for each, standings in found:
        address = f"{settings.SITE.address}{address_of(each)}"
        who = [named(each.organisation), towards_of(each)]
        yield [
            subject_of(each),
            each.kind,
            each.title,
            *who,
            each.happens_on.isoformat(),
            address,
            tag_of(standings, today) or "",
            promises_of(standings, today),
        ]
