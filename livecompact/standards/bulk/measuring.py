"""What a standard measures and how far short a dealing falls: `measuring` as a query."""

from collections.abc import Iterable
from dataclasses import dataclass

from livecompact.standards.bulk import dates
from livecompact.standards.bulk.answers import NUMBERS_STAND
from livecompact.standards.bulk.calendars import Worked
from livecompact.standards.bulk.columns import Columns
from livecompact.standards.bulk.quoting import literal
from livecompact.standards.language import Dated, DateOrder, Number
from livecompact.standards.measuring import (
    PLACES,
    PLACES_SHORT,
    WORKING_DAYS,
    Yardstick,
    asks_for_more,
    converts,
    counts_first_day,
    ends,
    least_that_meets,
    yardsticks,
)
from livecompact.standards.standard import Standard

NUMBER = "DECIMAL(38,6)"


@dataclass(frozen=True)
class Measure:
    """A number that is known of each dealing: a query over the columns of its facts, and its unit in words."""

    sql: str
    unit: str


def measure(standard: Standard) -> Measure | None:
    """What a standard measures (days open, days of notice, months); None where it asks for no number.

    The column `measured` of findings holds it.
    """
    sticks = yardsticks(standard)
    return Measure(measured(standard, _columns(standard)), sticks[0].unit) if sticks else None


def shortfall(standard: Standard) -> Measure | None:
    """How far a dealing falls short of the number asked for, more than zero where it does; None where there is none.

    The column `short_by` of findings holds it.
    """
    sticks = yardsticks(standard)
    return Measure(short_by(standard, _columns(standard)), sticks[0].short_unit) if sticks else None


def measured(standard: Standard, columns: Columns) -> str:
    """The number that a standard looks at, as `measuring.measured` gives it."""
    sticks = yardsticks(standard)
    return _first_known(_told_in(_measured(s, columns), s.unit, sticks[0].unit, PLACES) for s in sticks)


def short_by(standard: Standard, columns: Columns) -> str:
    """How far a dealing falls short of the number, as `measuring.short_by` gives it."""
    sticks = yardsticks(standard)
    return _first_known(_told_in(_short(s, columns), s.short_unit, sticks[0].short_unit, PLACES_SHORT) for s in sticks)


def _columns(standard: Standard) -> Columns:
    return Columns(Worked(standard.setting.calendar))


def _first_known(numbers: Iterable[str]) -> str:
    known = [f"CAST({number} AS {NUMBER})" for number in numbers]
    return f"coalesce({', '.join(known)})" if known else f"CAST(NULL AS {NUMBER})"


def _measured(stick: Yardstick, columns: Columns) -> str:
    if isinstance(stick.test, Number):
        return columns.value(stick.test.fact)
    first, last = (columns.value(name) for name in ends(stick.test))
    first_day = counts_first_day(stick.test)
    if stick.unit == WORKING_DAYS:
        return columns.worked.count_between(first, last, first_day=first_day)
    return f"({last} - {first} + {int(first_day)})"


def _short(stick: Yardstick, columns: Columns) -> str:
    test = stick.test
    if isinstance(test, Number):
        return _number_short(columns.value(test.fact), test, stick)
    if isinstance(test, Dated):
        return _days_short(columns.value(test.fact), test.order, columns.day(test.than))
    if stick.unit == WORKING_DAYS:
        return f"({test.at_least.count} - {_measured(stick, columns)})"
    enough = dates.after(test.at_least, columns.value(test.opens), columns.worked)
    return f"({enough} - {columns.value(test.closes)} - 1)"


def _number_short(number: str, test: Number, stick: Yardstick) -> str:
    than, least = literal(test.than), literal(least_that_meets(test, stick.step))
    edge = f"CASE WHEN {number} {NUMBERS_STAND[test.order]} {than} THEN {than} ELSE {least} END"
    return f"({edge} - {number})" if asks_for_more(test.order) else f"({number} - {edge})"


def _days_short(day: str, order: DateOrder, target: str) -> str:
    early = order in (DateOrder.NO_EARLIER_THAN, DateOrder.LATER_THAN)
    more = int(order in (DateOrder.LATER_THAN, DateOrder.EARLIER_THAN))
    return f"({target} - {day} + {more})" if early else f"({day} - {target} + {more})"


def _told_in(number: str, unit: str, to: str, places: int) -> str:
    return f"round({number} * 12 / 365.25, {places})" if converts(unit, to) else number
