"""The form that changes the facts of a public dealing, made from its kind."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.checks.deriving import derived_for
from livecompact.dealings.publishing.fact_fields import field_of, shown_in, value_of, wrong
from livecompact.dealings.publishing.folds import Folds
from livecompact.dealings.publishing.list_fields import ListFields, lists_of, plain
from livecompact.frame.day import WrongBox
from livecompact.frame.fields import LongText
from livecompact.frame.forms import Form
from livecompact.kinds.kind import Kind, Lists
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, Facts, FactValue

NAMED_BY = {"feedback_due": "feedback_day_named"}
"""The flag that a date makes true, as it does where a plan is checked."""


class ChangeFacts(Form):
    """The facts that may change, as they stand, and why they do. `facts` is what they are once it is sent."""

    def __init__(self, kind: Kind, facts: Facts, data: Any = None, held: Lists | None = None) -> None:
        super().__init__(data, initial=shown_in(changeable(kind), facts))
        self.kind, self.before = kind, facts
        lists = lists_of(kind, changeable(kind))
        for fact in plain(lists, changeable(kind)):
            self.fields[fact.name] = field_of(fact, wanted=fact.name == kind.happens_on)
        self.lists, self.folds = ListFields(self, kind, lists, held or {}), Folds(self, kind)
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
        return derived_for(self.kind, Facts({**self._held(self.cleaned_data), **self.lists.sums}))

    def clean(self) -> dict[str, Any]:
        """What no field sees: dates that contradict each other, and a number that is none."""
        look_at_numbers(self, changeable(self.kind))
        self.lists.look_at()
        if not self.errors:
            look_at_dates(self, self.kind, self.facts)
        return self.cleaned_data

    def _held(self, said: Mapping[str, Any]) -> dict[str, FactValue]:
        """Every fact: those not asked for as they were, and of those asked for what was answered."""
        held = dict(self.before)
        for fact in changeable(self.kind):
            value = value_of(fact, said.get(fact.name))
            if value is NOT_KNOWN and self.before[fact.name] is NONE:
                continue  # nothing was added to "none"
            held[fact.name] = value
            if fact.name in NAMED_BY and isinstance(value, date):
                held[NAMED_BY[fact.name]] = True
        return {name: value for name, value in held.items() if value is not NOT_KNOWN}


def changeable(kind: Kind) -> tuple[Fact, ...]:
    """The facts of a kind that may change after it is public."""
    return tuple(kind.by_name[name] for name in kind.changes) or kind.facts


def look_at_numbers(form: Form, facts: tuple[Fact, ...]) -> None:
    """Add an error for each number of a form that is none."""
    for fact in facts:
        if said := wrong(fact, form.cleaned_data.get(fact.name)):
            form.add_error(fact.name, said)


def look_at_dates(form: Form, kind: Kind, facts: Facts) -> None:
    """Add an error for each pair of dates that cannot be."""
    for rule in kind.never:
        if rule.fact in form.fields and rule.broken_by(facts):
            form.add_error(rule.fact, WrongBox(gettext(rule.say)))
