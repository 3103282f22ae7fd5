"""What the page of records over time holds; its template says it, and computes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.agreements import Undertaking
from livecompact.board.queries.figures import Stands
from livecompact.board.queries.records import OverTime, Wanted
from livecompact.board.rows import MOST_YEARS, share
from livecompact.compacts.pages.shared import Link, printed, promise_address
from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.naming import LISTED, named
from livecompact.dealings.public.asking import LONGEST_NAME, typed_name
from livecompact.dealings.public.facts_said import capital
from livecompact.dealings.public.pages import Row, row
from livecompact.dealings.public.words import state_named, states
from livecompact.frame.filters import refuse_unknown
from livecompact.frame.numbers import page_of, year_of
from livecompact.kinds import kind


@dataclass(frozen=True)
class YearLine:
    """One year: how its checks stand, and how many of a hundred were kept or explained."""

    year: int
    stands: Stands
    share: int
    address: str


@dataclass(frozen=True)
class OverTimePage:
    """Records of every kind: of one promise, of one organisation, or all."""

    title: str
    back: Link | None
    count: str
    rows: tuple[Row, ...]
    years: tuple[YearLine, ...]
    message: str
    filters: tuple[Link, ...]
    asked: Mapping[str, str]
    part_of_list: tuple[int, int] | None
    before: str
    after: str
    query: str
    address: str


def wanted_of(query: Mapping[str, str], compact: Published) -> Wanted:
    """What an address asks for.

    NotThere where no promise has that number, BadRequest where there is no such filter, or no such value of it.
    """
    free = dict.fromkeys(("promise", "organisation", "year", "page"))
    refuse_unknown(query, {"kind": LISTED, "state": states(), **free})
    promise, asked = query.get("promise", "")[:LONGEST_NAME], query.get("kind", "")
    return Wanted(
        promise=_promise(compact, promise).number if promise else "",
        organisation=typed_name(query),
        kind=LISTED[asked].name if asked else "",
        state=state_named(query.get("state", "")),
        year=year_of(query.get("year", "")),
        page=page_of(query.get("page", "")),
    )


def over_time_page(compact: Published, wanted: Wanted, found: OverTime, today: date) -> OverTimePage:
    """The page of what was asked for."""
    here, says = reverse("records", args=[compact.id]), _query(wanted)
    turn = {name: _with(here, replace(wanted, page=wanted.page + by)) for name, by in (("before", -1), ("after", 1))}
    return OverTimePage(
        title=_title(compact, wanted, found),
        back=_back(compact, wanted, found),
        count=ngettext("%(n)s record", "%(n)s records", found.count) % {"n": f"{found.count:,}"},
        rows=tuple(row(compact, each, standings, today) for each, standings in found.rows),
        years=tuple(_year(here, wanted, year, stands) for year, stands in found.years[:MOST_YEARS]),
        message=_message(found),
        filters=tuple(_filters(here, wanted)),
        asked={name: value for name, value in _told(wanted).items() if name != "page"},
        part_of_list=(wanted.page, found.pages) if found.pages > 1 else None,
        before=turn["before"] if wanted.page > 1 else "",
        after=turn["after"] if wanted.page < found.pages else "",
        query=says,
        address=here,
    )


def choices() -> dict[str, list[dict[str, str]]]:
    """What the records can be filtered by; the first choice filters nothing."""
    kinds = {part: capital(_(of.plural)) for part, of in LISTED.items()}
    return {name: _choices(named_so) for name, named_so in (("kinds", kinds), ("states", states()))}


def _choices(told: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"value": "", "text": _("Any")}, *({"value": value, "text": text} for value, text in told.items())]


def _promise(compact: Published, number: str) -> Undertaking:
    try:
        return compact.edition.undertaking(number)
    except KeyError as error:
        raise NotThere(number) from error


def _title(compact: Published, wanted: Wanted, found: OverTime) -> str:
    if wanted.promise:
        of = _promise(compact, wanted.promise)
        return _("Records: %(name)s") % {"name": f"{printed(of)} {of.name}".strip()}
    if found.organisation:
        return _("Records: %(name)s") % {"name": named(found.organisation)}
    return _("All records")


def _back(compact: Published, wanted: Wanted, found: OverTime) -> Link | None:
    """Where the promise or the organisation itself is read."""
    if wanted.promise:
        of = _promise(compact, wanted.promise)
        return Link(f"{compact.words.One} {printed(of)}: {of.name}".replace(" :", ":"), promise_address(compact, of))
    if found.organisation:
        address = reverse("organisation", args=[compact.id, found.organisation.slug])
        return Link(named(found.organisation), address)
    return None


def _year(here: str, wanted: Wanted, year: int, stands: Stands) -> YearLine:
    return YearLine(year, stands, share(stands), _with(here, replace(wanted, year=year, page=1)))


def _message(found: OverTime) -> str:
    well = sum(stands.well for _year, stands in found.years)
    judged = sum(stands.judged for _year, stands in found.years)
    if not judged:
        return _("No check could be judged yet")
    return _("Kept or explained: %(well)s of %(judged)s checks") % {"well": well, "judged": judged}


def _filters(here: str, wanted: Wanted) -> list[Link]:
    """The filters that are set, each a link to the page without it; whose records they are stays."""
    told: dict[str, str] = {
        "kind": capital(_(kind(wanted.kind).plural)) if wanted.kind else "",
        "state": states().get(wanted.state.replace(" ", "-"), ""),
        "year": str(wanted.year or ""),
    }
    empty: dict[str, Any] = {"kind": "", "state": "", "year": None}
    return [
        Link(text, _with(here, replace(wanted, **{name: empty[name]}, page=1))) for name, text in told.items() if text
    ]


def _told(wanted: Wanted) -> dict[str, str]:
    return {
        "kind": kind(wanted.kind).part if wanted.kind else "",
        "organisation": wanted.organisation,
        "page": str(wanted.page) if wanted.page > 1 else "",
        "promise": wanted.promise,
        "state": wanted.state.replace(" ", "-"),
        "year": str(wanted.year or ""),
    }


def _query(wanted: Wanted) -> str:
    return urlencode({name: value for name, value in _told(wanted).items() if value and name != "page"})


def _with(here: str, wanted: Wanted) -> str:
    query = urlencode({name: value for name, value in _told(wanted).items() if value})
    return f"{here}?{query}" if query else here
