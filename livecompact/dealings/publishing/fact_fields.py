"""The field that asks for one fact of a kind, and the fact out of its answer."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from livecompact.frame.day import Day
from livecompact.frame.fields import LongText, OneOf, Text
from livecompact.kinds.kind import Misstated, read_value
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, FactType, FactValue

LONGEST = 2000
PUNCTUATION = re.compile(r"[£,\s]")
"""What people write in an amount and no number has."""


def field_of(fact: Fact, *, wanted: bool) -> Any:
    """The field that asks for a fact; `wanted` is whether an answer must be given."""
    words = {
        "asks": _words(fact.ask),
        "called": _words(fact.label),
        "hint": _words(fact.hint) if fact.hint else "",
        "why": _words(fact.why),
        "optional": not wanted,
    }
    match fact.type:
        case FactType.DATE:
            return Day(**words)
        case FactType.FLAG:
            return _yes_or_no(**words)
        case FactType.CHOICE:
            return OneOf(choices=[(each, _words(each.capitalize())) for each in fact.choices], **words)
        case FactType.TEXT:
            return LongText(at_most=LONGEST, rows=3, **words)
        case FactType.AMOUNT:
            return Text(width=10, at_most=20, **words)
    return Text(width=5, at_most=20, numeric=True, **words)


def _yes_or_no(**words: Any) -> OneOf:
    field = OneOf(choices=[("yes", _("Yes")), ("no", _("No"))], **words)
    field.widget.attrs["class"] = "govuk-radios--inline"  # two short answers fit into one line
    return field


def wrong(fact: Fact, said: Any) -> str:
    """What is wrong with what was written for a number or an amount; empty where nothing is."""
    written = PUNCTUATION.sub("", str(said or ""))
    if not written:
        return ""
    if fact.type is FactType.NUMBER and not written.isdecimal():
        return gettext("Enter %(label)s as a number, like 4") % {"label": gettext(fact.label)}
    if fact.type is FactType.AMOUNT and not re.fullmatch(r"\d{1,12}(\.\d{1,2})?", written):
        return gettext("Enter %(label)s in pounds, like 1,250.50") % {"label": gettext(fact.label)}
    return ""


def value_of(fact: Fact, said: Any) -> FactValue:
    """The fact out of an answer; not known where there is none, or where `wrong` has said what is wrong."""
    if isinstance(said, str) and fact.type is FactType.FLAG:
        return {"yes": True, "no": False}.get(said, NOT_KNOWN)
    if isinstance(said, str) and fact.type in (FactType.NUMBER, FactType.AMOUNT):
        said = PUNCTUATION.sub("", said)
    try:
        return read_value(fact, said.strip() if isinstance(said, str) else said)
    except Misstated:
        return NOT_KNOWN


def shown_in(facts: Iterable[Fact], values: Mapping[str, FactValue]) -> dict[str, Any]:
    """What the fields of facts hold before anything is typed."""
    return {fact.name: _shown(values[fact.name]) for fact in facts}


def _shown(value: FactValue) -> Any:
    if value is NONE or value is NOT_KNOWN:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, Decimal) else value


def _words(said: str) -> Any:
    return gettext_lazy(said)
