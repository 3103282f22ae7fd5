"""What follows from answers without being asked: holidays within, that nothing is left, that all was given."""

from datetime import date, timedelta
from decimal import Decimal

from livecompact.kinds.kind import Kind
from livecompact.standards.facts import NOT_KNOWN, Facts

AUGUST = 8
CHRISTMAS = ((12, 24), (1, 1))
A_DAY = timedelta(days=1)
LONGEST = 3660
"""Days of a consultation that are looked through; none is longer."""


def derived(facts: Facts) -> Facts:
    """The same facts with what follows from them."""
    return _met_in_full(_nothing_left(_over_holidays(facts)))


def derived_for(kind: Kind, facts: Facts) -> Facts:
    """The facts of a kind with what follows from them, as far as the kind has such facts."""
    return Facts({name: value for name, value in derived(facts).items() if name in kind.by_name})


def over_august(opens: date, closes: date) -> bool:
    """Whether some of August lies between two days."""
    return any(day.month == AUGUST for day in _days(opens, closes))


def over_christmas(opens: date, closes: date) -> bool:
    """Whether a day from Christmas Eve to New Year's Day lies between two days."""
    first, last = CHRISTMAS
    return any((day.month, day.day) >= first or (day.month, day.day) <= last for day in _days(opens, closes))


def over_easter(opens: date, closes: date) -> bool:
    """Whether Easter Sunday lies between two days."""
    return any(opens <= easter(year) <= closes for year in range(opens.year, closes.year + 1))


def easter(year: int) -> date:
    """Easter Sunday of a year (the Gregorian reckoning, as Meeus, Jones and Butcher give it).

    >>> easter(2027)
    datetime.date(2027, 3, 28)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _over_holidays(facts: Facts) -> Facts:
    opens, closes = facts.day("opens"), facts.day("closes")
    if opens is None or closes is None or closes < opens:
        return facts
    over = over_august(opens, closes) or over_christmas(opens, closes) or over_easter(opens, closes)
    return Facts({**facts, "over_holidays": over})


def _nothing_left(facts: Facts) -> Facts:
    """Funding that goes down to nothing ends."""
    if facts["change"] == "reduced" and facts["amount_after"] == 0:
        return Facts({**facts, "change": "ended"})
    return facts


def _met_in_full(facts: Facts) -> Facts:
    """Who gets as much as was asked for gets it in full, where nobody says otherwise."""
    asked, given = facts["amount_applied_for"], facts["amount"]
    if isinstance(asked, Decimal) and isinstance(given, Decimal) and facts["met_in_full"] is NOT_KNOWN:
        return Facts({**facts, "met_in_full": given >= asked})
    return facts


def _days(opens: date, closes: date) -> list[date]:
    return [opens + n * A_DAY for n in range(min((closes - opens).days, LONGEST) + 1)]
