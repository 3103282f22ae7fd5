"""The form that changes the facts of a public dealing, made from its kind."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from livecompact.dealings.deriving import derived
from livecompact.frame.day import Day, WrongBox
from livecompact.frame.fields import LongText, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.kinds.kind import Kind, Misstated, read_value
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, Facts, FactType, FactValue

NAMED_BY = {"feedback_due": "feedback_day_named"}
"""The flag that a date makes true, as it does where a plan is checked."""
LONGEST = 2000


class ChangeFacts(Form):
    """The facts that may change, as they stand, and why they do. `facts` is what they are once it is sent."""

    def __init__(self, kind: Kind, facts: Facts, data: Any = None) -> None:
        super().__init__(data, initial={name: _shown(facts[name]) for name in changeable(kind)})
        self.kind, self.before = kind, facts
        for name in changeable(kind):
            self.fields[name] = _field(kind.by_name[name], wanted=name == kind.happens_on)
        self.fields["why"] = LongText(
            asks=_("Why does it change?"),
            called=_("why it changes"),
            hint=_("Everyone will be able to read this"),
            why=_("The old facts stay in view, and so does the reason"),
            optional=True,
            at_most=500,
            rows=2,
        )

    @property
    def facts(self) -> Facts:
        """The facts with the changes made, and what follows from them."""
        return derived(Facts(self._held(self.cleaned_data)))

    def clean(self) -> dict[str, Any]:
        """What no field sees: dates that contradict each other, and a number that is none."""
        for name in changeable(self.kind):
            if self.kind.by_name[name].type is FactType.NUMBER:
                self._look_at_number(name)
        if not self.errors:
            facts = Facts(self._held(self.cleaned_data))
            for rule in self.kind.never:
                if rule.fact in self.fields and rule.broken_by(facts):
                    self.add_error(rule.fact, WrongBox(gettext(rule.say)))
        return self.cleaned_data

    def _look_at_number(self, name: str) -> None:
        said = str(self.cleaned_data.get(name) or "")
        if said and not said.strip().isdecimal():
            label = self.kind.by_name[name].label
            self.add_error(name, gettext("Enter %(label)s as a number, like 4") % {"label": label})

    def _held(self, said: Mapping[str, Any]) -> dict[str, FactValue]:
        """Every fact: those not asked for as they were, and of those asked for what was answered."""
        held = dict(self.before)
        for name in changeable(self.kind):
            value = _value(self.kind.by_name[name], said.get(name))
            if value is NOT_KNOWN and self.before[name] is NONE:
                continue  # nothing was added to "none"
            held[name] = value
            if name in NAMED_BY and isinstance(value, date):
                held[NAMED_BY[name]] = True
        return {name: value for name, value in held.items() if value is not NOT_KNOWN}


def changeable(kind: Kind) -> tuple[str, ...]:
    """The facts of a kind that may change after it is public."""
    return kind.changes or tuple(kind.by_name)


def _field(fact: Fact, *, wanted: bool) -> Any:
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
            return OneOf(choices=[("yes", _("Yes")), ("no", _("No"))], **words)
        case FactType.TEXT:
            return LongText(at_most=LONGEST, rows=3, **words)
    return Text(width=5, numeric=True, **words)


def _value(fact: Fact, said: Any) -> FactValue:
    if isinstance(said, str) and fact.type is FactType.FLAG:
        return {"yes": True, "no": False}.get(said, NOT_KNOWN)
    try:
        return read_value(fact, said.strip() if isinstance(said, str) else said)
    except Misstated:
        return NOT_KNOWN  # the form has said so


def _shown(value: FactValue) -> Any:
    if value is NONE or value is NOT_KNOWN:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, Decimal) else value


def _words(said: str) -> Any:
    return gettext_lazy(said)
