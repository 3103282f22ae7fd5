"""What the board holds; its template says it, and computes nothing."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.board import rows
from livecompact.board.queries import figures
from livecompact.board.queries.figures import Period, Stands
from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published
from livecompact.dealings.quarters import end_of
from livecompact.dealings.standings import Shown


@dataclass(frozen=True)
class Column:
    """One way in which checks stand, at the head of a column."""

    name: str
    says: str


@dataclass(frozen=True)
class BoardPage:
    """How the promises of a Compact stand. `groups` is None where too few organisations are behind the figures."""

    title: str
    of: str
    sentence: str
    columns: tuple[Column, ...]
    covers: tuple[rows.Cover, ...]
    topics: tuple[rows.TopicLines, ...]
    total: Stands
    groups: Stands | None
    fewest: int
    quarters: tuple[rows.QuarterLine, ...]
    trend: str
    measures: tuple[rows.Measures, ...]
    missing: str
    year: int | None
    years: tuple[Link, ...]
    address: str
    query: str


def board_page(actor: object, compact: Published, on: date, year: int | None) -> BoardPage:
    """The board as it stands on a day: of the last year, or of one calendar year. Ten queries, whatever there is."""
    period = period_of(compact, on, year)
    found = figures.by_promise(actor, compact, on, period)
    total = figures.total(found)
    now = figures.this_quarter(actor, compact, on)
    quarters = rows.quarters(now, end_of(on), figures.past_quarters(actor, compact))
    return BoardPage(
        title=_("How the %(promises)s are kept") % {"promises": compact.words.many},
        of=_("in %(year)s") % {"year": year} if year else _("in the last year"),
        sentence=sentence(total, compact, year),
        columns=columns(),
        covers=rows.covers(compact),
        topics=rows.topics(compact, found),
        total=total,
        groups=figures.of_groups(actor, compact, on, period),
        fewest=figures.FEWEST,
        quarters=quarters,
        trend=_trend(quarters),
        measures=rows.measures(figures.measures(actor, compact)),
        missing=_missing(figures.said_missing(actor, compact, on)),
        year=year,
        years=tuple(_year(compact, each) for each in figures.years(actor, compact, on)),
        address=reverse("board", args=[compact.id]),
        query=f"year={year}" if year else "",
    )


def period_of(compact: Published, on: date, year: int | None) -> Period:
    """A calendar year, or the last twelve months and what is not due yet."""
    if year:
        return Period(date(year, 1, 1), min(date(year, 12, 31), on))
    return figures.last_year(compact, on)


def columns() -> tuple[Column, ...]:
    """The ways in which a check stands, in the order of the table; "reasoned" is a part of "not kept"."""
    return (
        Column(Shown.KEPT.value, _("Kept")),
        Column(Shown.EXPLAINED.value, _("Explained")),
        Column("reasoned", _("Not kept, with a reason")),
        Column("without", _("Not kept, no reason")),
        Column(Shown.DISAGREE.value, _("Sides disagree")),
        Column(Shown.WAITING.value, _("Waiting for a reply")),
        Column(Shown.NO_EVIDENCE.value, _("No evidence")),
        Column(Shown.NOT_YET_DUE.value, _("Not due yet")),
    )


def figure(stands: Stands, column: str) -> int:
    """The number of a column."""
    if column == "reasoned":
        return stands.reasoned
    if column == "without":
        return stands[Shown.NOT_KEPT] - stands.reasoned
    return stands[Shown(column)]


def sentence(stands: Stands, compact: Published, year: int | None) -> str:
    """Whether it is being kept, in one sentence with its numbers, then what nobody knows or agrees on."""
    of = {"well": stands.well, "of": stands.judged, "promise": compact.words.one, "year": year}
    if not stands.judged:
        first = _("No check could be judged.")
    elif year:
        first = _("In %(year)s %(well)s of %(of)s checks were kept, or explained as the %(promise)s allows.") % of
    else:
        first = _("In the last year %(well)s of %(of)s checks were kept, or explained as the %(promise)s allows.") % of
    untold, apart = stands[Shown.NO_EVIDENCE], stands[Shown.DISAGREE]
    rest = ngettext("%(n)s has no evidence.", "%(n)s have no evidence.", untold) % {"n": untold}
    disagree = ngettext("On %(n)s the two sides disagree.", "On %(n)s the two sides disagree.", apart) % {"n": apart}
    return f"{first} {rest} {disagree}"


def _trend(quarters: tuple[rows.QuarterLine, ...]) -> str:
    well, judged = sum(each.stands.well for each in quarters), sum(each.stands.judged for each in quarters)
    if not judged:
        return _("No check could be judged in any quarter yet")
    return _("Kept or explained, by quarter: %(well)s of %(judged)s checks") % {"well": well, "judged": judged}


def _missing(count: int) -> str:
    if not count:
        return _("Nobody says that something is missing here.")
    says = ngettext(
        "%(n)s act is said to be missing from the record.", "%(n)s acts are said to be missing from the record.", count
    )
    return says % {"n": count}


def _year(compact: Published, year: int) -> Link:
    return Link(str(year), f"{reverse('board', args=[compact.id])}?year={year}")
