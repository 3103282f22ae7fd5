"""Which date could still be moved so that a test is met, and to which day: the stricter reading where two are open."""

from dataclasses import dataclass
from datetime import date

from livecompact.standards.calendar import ONE_DAY, Calendar
from livecompact.standards.language import Dated, DateOrder, OpenFor
from livecompact.standards.periods import Period, Unit
from livecompact.standards.words.clauses import is_deadline
from livecompact.standards.words.deciding import Case
from livecompact.standards.words.measuring import is_cut_short


@dataclass(frozen=True)
class Move:
    """A fact, the day to move it to, and whether any later day does as well (else any earlier one)."""

    fact: str
    to: date
    or_later: bool


def moves_open(test: OpenFor, case: Case) -> list[Move]:
    """How to keep it open long enough, where one of its days is known.

    A full period from the opening day is the stricter reading: then both days need not be counted.
    """
    opens, closes = case.day(test.opens), case.day(test.closes)
    last = test.at_least.after(opens, case.calendar) if opens else None
    first = test.at_least.before(closes, case.calendar) if closes else None
    return [
        *([Move(test.closes, last, or_later=True)] if last else []),
        *([Move(test.opens, first, or_later=False)] if first else []),
    ]


def moves_dated(test: Dated, case: Case) -> list[Move]:
    """How to bring two dates into the order asked, the stricter reading of each first."""
    day, than = case.day(test.fact), case.day(test.than.fact)
    found: list[Move] = []
    if than is not None:
        later = test.order in (DateOrder.NO_EARLIER_THAN, DateOrder.LATER_THAN)
        strict, kind = _of_the_day(test, than, case.calendar)
        readings = [kind] if is_deadline(case.fact(test.than.fact)) else [strict, kind]
        found += [Move(test.fact, to, later) for to in readings if to]
    if day is not None and (other := _of_the_other(test, day, case.calendar)):
        found.append(other)
    return found


def can_move(move: Move, case: Case) -> Move | None:
    """The move, where its fact still lies ahead (or has no date) and so does the new day; never one in the past.

    A day that nobody told us may have come long ago, so it is not moved to today.
    """
    now = case.day(move.fact)
    if now is not None and now < case.today:
        return None
    if move.to >= case.today:
        return move
    return Move(move.fact, case.today, or_later=True) if move.or_later and now is not None else None


def _of_the_day(test: Dated, than: date, calendar: Calendar) -> tuple[date | None, date | None]:
    """The day to move the first date to: by the stricter reading, and by the kinder one that the verdict takes."""
    period, after = test.than.period, test.than.side == "after"
    end = than if period is None else (period.after if after else period.before)(than, calendar)
    if end is None:
        return None, None
    kind = end + {DateOrder.LATER_THAN: ONE_DAY, DateOrder.EARLIER_THAN: -ONE_DAY}.get(test.order, 0 * ONE_DAY)
    return _stricter(test, than, kind, calendar), kind


def _stricter(test: Dated, than: date, kind: date, calendar: Calendar) -> date:
    """The same day is left out; a day off is brought back to a working day; a month cut short runs into the next."""
    period = test.than.period
    if period is None:
        return kind + {DateOrder.NO_EARLIER_THAN: ONE_DAY, DateOrder.NO_LATER_THAN: -ONE_DAY}.get(
            test.order, 0 * ONE_DAY
        )
    if test.order in (DateOrder.NO_EARLIER_THAN, DateOrder.LATER_THAN):
        return kind + ONE_DAY if test.than.side == "after" and is_cut_short(than, period, calendar) else kind
    if period.unit is Unit.WORKING_DAYS:
        return _last_worked(kind, calendar)
    if test.than.side == "before" and period.in_months and kind.day > than.day:
        return kind.replace(day=than.day)
    return kind


def _last_worked(day: date, calendar: Calendar) -> date:
    while calendar.knows(day) and not calendar.is_working(day):
        day -= ONE_DAY
    return day


def _of_the_other(test: Dated, day: date, calendar: Calendar) -> Move | None:
    """The day to move the second date to, where the first one stands: notice sent earlier, say."""
    period = test.than.period
    strictly = test.order in (DateOrder.LATER_THAN, DateOrder.EARLIER_THAN)
    if test.order in (DateOrder.NO_EARLIER_THAN, DateOrder.LATER_THAN):
        start = _back(day - ONE_DAY if strictly else day, period, calendar) if test.than.side != "before" else None
        return Move(test.than.fact, start, or_later=False) if start else None
    end = _on(day + ONE_DAY if strictly else day, period, calendar) if test.than.side != "after" else None
    return Move(test.than.fact, end, or_later=True) if end else None


def _back(day: date, period: Period | None, calendar: Calendar) -> date | None:
    """The latest day from which the period is over by a day; the day before it where there is no period."""
    return day - ONE_DAY if period is None else period.before(day, calendar)


def _on(day: date, period: Period | None, calendar: Calendar) -> date | None:
    return day + ONE_DAY if period is None else period.after(day, calendar)
