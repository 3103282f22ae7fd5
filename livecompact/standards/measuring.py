"""The number that a standard looks at (days open, months of funding), and how far short of it a dealing falls.

What is measured is never a verdict: a promise can be kept another way, and a dealing that falls short can be explained.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from livecompact.standards.calendar import Calendar
from livecompact.standards.facts import Facts, FactType, Unsaid
from livecompact.standards.judging import STANDS, day_of
from livecompact.standards.language import (
    AllOf,
    Dated,
    DateOrder,
    DatePhrase,
    Number,
    NumberOrder,
    OpenFor,
    Several,
    Test,
)
from livecompact.standards.periods import Period, Unit
from livecompact.standards.standard import Setting, Standard

DAYS, WORKING_DAYS, MONTHS, POUNDS = "days", "working days", "months", "pounds"
DAYS_IN_YEAR = Decimal("365.25")
PLACES, PLACES_SHORT = 1, 2
"""To how many decimal places days are told as months; a single day short must not vanish."""


@dataclass(frozen=True)
class Yardstick:
    """A test that asks for a number, with the units of what it measures and of how far short that can fall."""

    test: OpenFor | Dated | Number
    unit: str
    short_unit: str
    step: Decimal = Decimal(1)


def yardsticks(standard: Standard) -> tuple[Yardstick, ...]:
    """What a standard measures by: the first whose number is known tells. Days are told as months beside months."""
    found = _within(standard.kept, standard.setting)
    return tuple(stick for stick in found if stick.unit == found[0].unit or converts(stick.unit, found[0].unit))


def converts(unit: str, to: str) -> bool:
    """Whether a number in one unit is told in another: days as months."""
    return (unit, to) == (DAYS, MONTHS)


def measured(standard: Standard, facts: Facts) -> Decimal | None:
    """The number that a standard looks at, in the unit of its first yardstick; None where it is not known.

    Something open counts both days; notice counts the days from one date to the other.
    """
    sticks, calendar = yardsticks(standard), standard.setting.calendar
    numbers = ((_measured(stick, facts, calendar), stick.unit) for stick in sticks)
    return next((_told(n, unit, sticks[0].unit, PLACES) for n, unit in numbers if n is not None), None)


def short_by(standard: Standard, facts: Facts) -> Decimal | None:
    """How far a dealing falls short of the number, in the short unit of the first yardstick; None where not known.

    It is more than zero where it falls short, zero or less where it does not.
    """
    sticks, calendar = yardsticks(standard), standard.setting.calendar
    numbers = ((_short(stick, facts, calendar), stick.short_unit) for stick in sticks)
    return next((_told(n, unit, sticks[0].short_unit, PLACES_SHORT) for n, unit in numbers if n is not None), None)


def least_that_meets(test: Number, step: Decimal) -> Decimal:
    """The nearest number that meets a test, where numbers go in steps (whole ones, or pence): 13 for "more than 12"."""
    steps = test.than / step
    match test.order:
        case NumberOrder.MORE_THAN:
            return (steps.to_integral_value(ROUND_FLOOR) + 1) * step
        case NumberOrder.LESS_THAN:
            return (steps.to_integral_value(ROUND_CEILING) - 1) * step
    return test.than


def _within(test: Test, setting: Setting) -> list[Yardstick]:
    match test:
        case OpenFor(at_least=Period(unit=Unit.WORKING_DAYS)):
            return [Yardstick(test, WORKING_DAYS, WORKING_DAYS)]
        case OpenFor():
            return [Yardstick(test, DAYS, DAYS)]
        case Dated(than=DatePhrase(period=Period(unit=unit))):
            return [Yardstick(test, WORKING_DAYS if unit is Unit.WORKING_DAYS else DAYS, DAYS)]
        case Number(fact=name):
            if setting.facts[name].type is FactType.AMOUNT:
                return [Yardstick(test, POUNDS, POUNDS, Decimal("0.01"))]
            return [Yardstick(test, name.replace("_", " "), name.replace("_", " "))]
        case Several():
            inside = [sticks for part in test.tests if (sticks := _within(part, setting))]
            if isinstance(test, AllOf):
                return min(inside, key=lambda sticks: isinstance(sticks[0].test, Number), default=[])
            return [stick for sticks in inside for stick in sticks]
    return []


def _measured(stick: Yardstick, facts: Facts, calendar: Calendar) -> Decimal | None:
    if isinstance(stick.test, Number):
        return _number(stick.test, facts)
    first, last = (facts.day(name) for name in ends(stick.test))
    if first is None or last is None:
        return None
    if stick.unit != WORKING_DAYS:
        return Decimal((last - first).days + counts_first_day(stick.test))
    counted = calendar.count_between(first, last)
    idle = calendar.is_working(first) and not counts_first_day(stick.test)
    return None if counted is None else Decimal(counted - idle)


def ends(test: OpenFor | Dated) -> tuple[str, str]:
    """The facts from which and to which a yardstick measures."""
    if isinstance(test, OpenFor):
        return test.opens, test.closes
    return (test.than.fact, test.fact) if test.than.side == "after" else (test.fact, test.than.fact)


def counts_first_day(test: OpenFor | Dated) -> bool:
    """Whether the first day is counted, too: of something open it is, of notice it is not."""
    return isinstance(test, OpenFor)


def _short(stick: Yardstick, facts: Facts, calendar: Calendar) -> Decimal | None:
    test = stick.test
    if isinstance(test, Number):
        number = _number(test, facts)
        return None if number is None else _number_short(number, test, stick.step)
    if isinstance(test, Dated):
        return _days_short(facts.day(test.fact), test.order, day_of(test.than, facts, calendar))
    if stick.unit == WORKING_DAYS:
        counted = _measured(stick, facts, calendar)
        return None if counted is None else test.at_least.count - counted
    enough = day_of(DatePhrase(test.opens, test.at_least, "after"), facts, calendar)
    short = _days_short(facts.day(test.closes), DateOrder.NO_EARLIER_THAN, enough)
    return None if short is None else short - 1  # the closing day is counted, too


def _number(test: Number, facts: Facts) -> Decimal | None:
    number = facts[test.fact]
    return number if isinstance(number, Decimal) else None


def _number_short(number: Decimal, test: Number, step: Decimal) -> Decimal:
    edge = test.than if STANDS[test.order](number, test.than) else least_that_meets(test, step)
    return edge - number if asks_for_more(test.order) else number - edge


def asks_for_more(order: NumberOrder) -> bool:
    """Whether a bigger number is what is asked for."""
    return order in (NumberOrder.AT_LEAST, NumberOrder.MORE_THAN)


def _days_short(day: date | None, order: DateOrder, target: date | Unsaid) -> Decimal | None:
    """By how many days a date misses another; a date that must be later or earlier misses it by one day more."""
    if day is None or isinstance(target, Unsaid):
        return None
    early = order in (DateOrder.NO_EARLIER_THAN, DateOrder.LATER_THAN)
    days = (target - day if early else day - target).days
    return Decimal(days + (order in (DateOrder.LATER_THAN, DateOrder.EARLIER_THAN)))


def _told(number: Decimal, unit: str, to: str, places: int) -> Decimal:
    return round(number * 12 / DAYS_IN_YEAR, places) if converts(unit, to) else number
