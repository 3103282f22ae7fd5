"""The facts that a finding compared, in one line for a machine or a spreadsheet.

A text is never repeated: `given` says that there is one.
"""

from datetime import date
from decimal import Decimal

from livecompact.standards.facts import NONE, NOT_KNOWN, Facts, FactType, FactValue
from livecompact.standards.language import Dated, DatePhrase, Number, OpenFor, Test, walk
from livecompact.standards.periods import Period, Unit
from livecompact.standards.standard import Standard


def because(standard: Standard, facts: Facts) -> str:
    """The facts that a standard compared, those that are known, and what it asks.

    For a consultation of eight weeks: "opens=2025-03-03 closes=2025-04-27 asked=84 days".
    """
    known = (name for name in compared(standard) if facts[name] is not NOT_KNOWN)
    shown = (f"{name}={_shown(facts[name], standard.setting.facts[name].type)}" for name in known)
    return " ".join([*shown, *asked(standard)])


def compared(standard: Standard) -> tuple[str, ...]:
    """The facts of `kept`, `unless` and `due`, in the order written."""
    named = [name for test in (standard.kept, standard.unless) if test is not None for name in test.facts()]
    return tuple(dict.fromkeys([*named, *(phrase.fact for phrase in standard.due)]))


def asked(standard: Standard) -> tuple[str, ...]:
    """What a standard asks for, where that is a number or a period: none, or one text such as "asked=84 days"."""
    numbers = dict.fromkeys(number for test in walk(standard.kept) if (number := _asked_by(test)))
    return (f"asked={', '.join(numbers)}",) if numbers else ()


def plain_number(number: Decimal) -> str:
    """A number without idle zeros.

    >>> plain_number(Decimal("1250.50")), plain_number(Decimal("1E+2")), plain_number(Decimal("-0"))
    ('1250.5', '100', '0')
    """
    return format((number + 0).normalize(), "f")


def _asked_by(test: Test) -> str:
    match test:
        case OpenFor(at_least=period) | Dated(than=DatePhrase(period=Period() as period)):
            return str(Period(period.in_days, Unit.DAYS) if period.in_days else period)
        case Number():
            return f"{test.order.replace('_', ' ')} {plain_number(test.than)}"
    return ""


def _shown(value: FactValue, kind: FactType) -> str:
    if value is NONE:
        return "none"
    match value:
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return plain_number(value)
        case date():
            return value.isoformat()
    return "given" if kind is FactType.TEXT else str(value)
