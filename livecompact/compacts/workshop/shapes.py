"""The simple forms of a check, each filled in by a few answers: a standard is made of them, with worked examples.

What a form cannot say is written in the language of standards itself; what is made here can be changed there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from livecompact import kinds
from livecompact.kinds.kind import Kind
from livecompact.standards.calendar import ONE_DAY, Calendar
from livecompact.standards.examples import verdict_of
from livecompact.standards.facts import FactType
from livecompact.standards.periods import Period
from livecompact.standards.reading import read_standard
from livecompact.standards.standard import Basis, Setting

FIRST_DAY = date(2025, 3, 3)
"""The Monday on which worked examples begin."""

OPEN_NUMBER = "{suggested}"


class Shape(StrEnum):
    """What a check asks, in its simplest forms."""

    OPEN = "open"
    BY = "by"
    AHEAD = "ahead"
    STATED = "stated"
    HOLDS = "holds"


WITH_LENGTH = frozenset({Shape.OPEN, Shape.BY, Shape.AHEAD})
FACT_OF: Mapping[Shape, FactType | None] = {
    Shape.OPEN: FactType.DATE,
    Shape.BY: FactType.DATE,
    Shape.AHEAD: FactType.DATE,
    Shape.STATED: None,
    Shape.HOLDS: FactType.FLAG,
}
"""The type of the facts that a form asks about; None where any will do."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The answers that make a check: `fact` is looked at, `other` is what it is counted from (or where it closes)."""

    shape: Shape
    kind: Kind
    code: str
    promise: str
    asks: str
    basis: Basis
    fact: str
    other: str = ""
    length: str = ""
    when: str = ""
    reason: str = ""
    source: str = ""


def facts_for(kind: Kind, shape: Shape) -> list[tuple[str, str]]:
    """The facts of a kind that a form can ask about, with their labels."""
    wanted = FACT_OF[shape]
    return [(fact.name, _(fact.label)) for fact in kind.facts if wanted in (None, fact.type) and not fact.is_reason]


def reasons_of(kind: Kind) -> list[tuple[str, str]]:
    """The facts of a kind that hold a reason for doing less."""
    return [(fact.name, _(fact.label)) for fact in kind.facts if fact.is_reason]


def flags_of(kind: Kind) -> list[tuple[str, str]]:
    """The yes-or-no facts of a kind."""
    return [(fact.name, _(fact.label)) for fact in kind.facts if fact.type is FactType.FLAG]


def standard_of(asked: Asked, setting: Setting) -> dict[str, Any]:
    """The table of a standard that asks just this, with two or more worked examples that come out as they say."""
    said = OPEN_NUMBER if asked.basis is Basis.LOCAL and asked.length else asked.length
    table: dict[str, Any] = {
        "code": asked.code,
        "undertaking": asked.promise,
        "of": asked.kind.name,
        "asks": asked.asks,
        "basis": str(asked.basis),
        "kept": _kept(asked, said),
        "due": _due(asked, said),
    }
    table |= {"suggested": asked.length} if said == OPEN_NUMBER else {}
    table |= {"when": {"holds": asked.when}} if asked.when else {}
    table |= {"unless": {"stated": asked.reason}} if asked.reason else {}
    table |= {"source": asked.source} if asked.source else {}
    return table | {"example": list(_worked(table, _examples(asked, setting.calendar), setting))}


def _kept(asked: Asked, length: str) -> dict[str, Any]:
    match asked.shape:
        case Shape.OPEN:
            return {"open_from": asked.fact, "to": asked.other, "for_at_least": length}
        case Shape.BY:
            return {"fact": asked.fact, "no_later_than": f"{length} after {asked.other}"}
        case Shape.AHEAD:
            return {"fact": asked.fact, "no_earlier_than": f"{length} after {asked.other}"}
        case Shape.STATED:
            return {"stated": asked.fact}
        case Shape.HOLDS:
            return {"holds": asked.fact}


def _due(asked: Asked, length: str) -> str | list[str]:
    match asked.shape:
        case Shape.OPEN:
            return asked.other
        case Shape.BY:
            return f"{length} after {asked.other}"
        case Shape.AHEAD:
            return [asked.other, asked.fact]
    return asked.kind.happens_on


@dataclass(frozen=True)
class _Case:
    """An example before it is judged."""

    say: str
    given: dict[str, Any] = field(default_factory=dict)


def _examples(asked: Asked, calendar: Calendar) -> list[_Case]:
    """What is just enough, what is just too little, and that with a reason."""
    flag = {asked.when: True} if asked.when else {}
    none = {asked.reason: "none"} if asked.reason else {}
    enough, short = _two(asked, calendar)
    cases = [_Case(enough.say, {**flag, **enough.given}), _Case(short.say, {**flag, **short.given, **none})]
    if asked.reason:
        why = {asked.reason: _("The grant ends in June.")}
        cases.append(_Case(_("The same, with a reason."), {**flag, **short.given, **why}))
    return cases


def _two(asked: Asked, calendar: Calendar) -> tuple[_Case, _Case]:
    if asked.shape not in WITH_LENGTH:
        held = {asked.kind.happens_on: FIRST_DAY}
        good, bad = _values(asked)
        said = _(asked.kind.by_name[asked.fact].label)
        return (
            _Case(_("On record: %(fact)s.") % {"fact": said}, {**held, asked.fact: good}),
            _Case(_("Said not to be so: %(fact)s.") % {"fact": said}, {**held, asked.fact: bad}),
        )
    period = Period.read(asked.length)
    end = period.after(FIRST_DAY, calendar) or FIRST_DAY
    size = {"length": asked.length}
    if asked.shape is Shape.OPEN:
        last = _last_needed(period, end, calendar)
        opens = {asked.fact: FIRST_DAY}
        return (
            _Case(_("Open for %(length)s.") % size, {**opens, asked.other: last}),
            _Case(_("One day less than %(length)s.") % size, {**opens, asked.other: last - ONE_DAY}),
        )
    late = end + ONE_DAY if asked.shape is Shape.BY else end - ONE_DAY
    from_then = {asked.other: FIRST_DAY}
    return (
        _Case(_("After %(length)s, to the day.") % size, {**from_then, asked.fact: end}),
        _Case(_("A day off %(length)s.") % size, {**from_then, asked.fact: late}),
    )


def _last_needed(period: Period, end: date, calendar: Calendar) -> date:
    """The first closing day that is late enough for something that opened on the first day."""
    while period.fits_between(FIRST_DAY, end - ONE_DAY, calendar) and end > FIRST_DAY:
        end -= ONE_DAY
    return end


def _values(asked: Asked) -> tuple[Any, Any]:
    fact = asked.kind.by_name[asked.fact]
    if fact.type is FactType.FLAG:
        return True, False
    given = {FactType.DATE: FIRST_DAY, FactType.NUMBER: "1", FactType.AMOUNT: "1000", FactType.CHOICE: ""}
    value = given.get(fact.type, _("It was written down."))
    return value or fact.choices[0], "none"


def _worked(table: Mapping[str, Any], cases: list[_Case], setting: Setting) -> list[dict[str, Any]]:
    """The examples with the verdict that the check itself gives."""
    read = kinds.kind(table["of"]).read
    tried = [{"say": each.say, "given": each.given, "verdict": ""} for each in cases]
    whole = read_standard({**table, "example": tried}, setting, read)
    return [{**each, "verdict": verdict_of(whole, shown)} for each, shown in zip(tried, whole.examples, strict=True)]
