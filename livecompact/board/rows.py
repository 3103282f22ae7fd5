"""The lines of the board: promises by topic, what keeps them in view, quarters, and the measures of each year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from livecompact.agreements import Undertaking, coverage
from livecompact.agreements.coverage import Keeper
from livecompact.board.queries.figures import Measured, Stands
from livecompact.compacts.pages.shared import printed, promise_address
from livecompact.compacts.queries import Published
from livecompact.dealings.measures import MEASURES
from livecompact.standards.standard import Side

MIDDLE_HALF = (0.25, 0.75)
MOST_YEARS = 7
"""A table that is a chart has at most so many rows."""


@dataclass(frozen=True)
class Line:
    """One promise of the board. `address` is empty where only an older text has it."""

    number: str
    name: str
    address: str
    stands: Stands


@dataclass(frozen=True)
class TopicLines:
    """The promises of one topic of which a check has spoken."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Cover:
    """Of how many promises one side can be judged at all, and by whom."""

    side: str
    promises: int
    by_rule: int
    by_people: int
    waiting: int


@dataclass(frozen=True)
class QuarterLine:
    """A quarter: how many checks went well, of how many, as a share of a hundred; `is_over` is False for today's."""

    name: str
    ends_on: date
    stands: Stands
    share: int
    is_over: bool


@dataclass(frozen=True)
class Spread:
    """What was measured in one year: the middle value, between which two half of them lie, the least and the most."""

    year: int
    count: int
    middle: int
    low: int
    high: int
    least: int
    most: int


@dataclass(frozen=True)
class Measures:
    """One measure, year by year."""

    name: str
    says: str
    unit: str
    years: tuple[Spread, ...]


def topics(compact: Published, found: Mapping[str, Stands]) -> tuple[TopicLines, ...]:
    """The promises of which something is on record, by topic, in the order of the text."""
    named: dict[str, list[Line]] = {}
    for section, undertakings in compact.edition.by_section():
        lines = [_line(compact, each, found[each.number]) for each in undertakings if each.number in found]
        named.setdefault(section.topic_name, []).extend(lines)
    known = {each.number for each in compact.edition.undertakings}
    earlier = [Line(number, "", "", stands) for number, stands in sorted(found.items()) if number not in known]
    if earlier:
        named[_("From an earlier text")] = earlier
    return tuple(TopicLines(name, tuple(lines)) for name, lines in named.items() if lines)


def covers(compact: Published) -> tuple[Cover, ...]:
    """What each side can be judged on; a promise of both sides counts on each."""
    rows = coverage.rows(compact.edition)
    names = {Side.STATUTORY: _("Public bodies"), Side.VOLUNTARY: _("Groups")}
    return tuple(
        _cover(name, [row.keeper for row in rows if row.undertaking.binds in (side, Side.JOINT)])
        for side, name in names.items()
    )


def quarters(now: Stands, ends_on: date, past: tuple[tuple[date, Stands], ...]) -> tuple[QuarterLine, ...]:
    """The quarter of today and those that are over, the newest first; those before anything was judged are left out."""
    lines = [_quarter(ends_on, now, is_over=False), *(_quarter(day, stands, is_over=True) for day, stands in past)]
    while lines and not lines[-1].stands.every:
        lines.pop()
    return tuple(lines)


def measures(found: tuple[Measured, ...]) -> tuple[Measures, ...]:
    """Each measure of which a year tells something."""
    return tuple(
        Measures(of.name, _(of.says), _(of.unit), tuple(_spread(each) for each in years[:MOST_YEARS]))
        for kind, of in MEASURES.items()
        if (years := [each for each in found if each.kind == kind])
    )


def share(stands: Stands) -> int:
    """Kept or explained, of a hundred that were judged."""
    return round(100 * stands.well / stands.judged) if stands.judged else 0


def _line(compact: Published, undertaking: Undertaking, stands: Stands) -> Line:
    return Line(printed(undertaking), undertaking.name, promise_address(compact, undertaking), stands)


def _cover(name: str, keepers: list[Keeper]) -> Cover:
    by_rule, by_people = keepers.count(Keeper.RULE), keepers.count(Keeper.PEOPLE)
    return Cover(name, len(keepers), by_rule, by_people, len(keepers) - by_rule - by_people)


def _quarter(ends_on: date, stands: Stands, *, is_over: bool) -> QuarterLine:
    number = (ends_on.month + 2) // 3
    said = _("Quarter %(number)s of %(year)s") if is_over else _("Quarter %(number)s of %(year)s, so far")
    name = said % {"number": number, "year": ends_on.year}
    return QuarterLine(name, ends_on, stands, share(stands), is_over)


def _spread(of: Measured) -> Spread:
    low, high = (of.at(each) for each in MIDDLE_HALF)
    return Spread(of.year, of.count, of.at(0.5), low, high, of.values[0][0], of.values[-1][0])
