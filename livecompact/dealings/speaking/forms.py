"""The forms by which another side says what a fact is, and by which the two agree again."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.dealings.models import Dealing
from livecompact.dealings.public.facts_said import capital, choice_said, value_said
from livecompact.dealings.publishing.forms import whose
from livecompact.dealings.said_values import disputable
from livecompact.frame.day import Day
from livecompact.frame.fields import LongText, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.kinds import kind
from livecompact.kinds.kind import Misstated, read_value
from livecompact.register.models import Organisation
from livecompact.standards.facts import NONE, Fact, Facts, FactType, FactValue

OTHER, NOTHING = "other", "none"


class WhichFact(Form):
    """Which fact is not right; sent, it leads to the question what it is."""

    fact = OneOf(
        asks=_("Which of these is not right?"), called=_("what is not right"), why=_("One fact at a time"), choices=()
    )

    def __init__(self, dealing: Dealing, data: Any = None) -> None:
        super().__init__(data)
        of = kind(dealing.kind)
        facts = of.read(dealing.facts)
        self.fields["fact"].choices = [  # type: ignore[attr-defined]
            (fact.name, _stands(fact, facts)) for fact in disputable(of)
        ]


class SayAnother(Form):
    """What a fact is, as the other side says, and a few words."""

    def __init__(self, dealing: Dealing, fact: Fact, organisations: Sequence[Organisation], data: Any = None) -> None:
        super().__init__(data)
        self.dealing, self.fact, self.organisations = dealing, fact, organisations
        if len(organisations) > 1:
            self.fields["organisation"] = whose(organisations)
        self.fields |= _asking(fact, is_its_day=fact.name == kind(dealing.kind).happens_on)
        self.fields["text"] = LongText(
            asks=_("How do you know?"),
            called=_("how you know"),
            hint=_("Everyone will be able to read this"),
            why=_("Both sides can look at it then"),
            optional=True,
            at_most=2000,
            rows=3,
        )

    def clean(self) -> dict[str, Any]:
        """What no field sees: that the other value is given, and is another."""
        if self.cleaned_data.get("what") == OTHER and "value" not in self.errors and not self.cleaned_data.get("value"):
            self.add_error("value", gettext("Enter what you say it is"))
        if not self.errors:
            self._look_at_value()
        return self.cleaned_data

    def _look_at_value(self) -> None:
        field = "value" if "value" in self.fields and self.cleaned_data.get("what") != NOTHING else "what"
        try:
            same = kind(self.dealing.kind).read(self.dealing.facts)[self.fact.name] == self.value
        except Misstated:
            self.add_error(field, gettext("Enter a number, like 4"))
            return
        if same:
            self.add_error(field, gettext("The record says that already. Enter what you say it is"))

    @property
    def value(self) -> FactValue:
        """What the other side says it is."""
        what, value = self.cleaned_data.get("what"), self.cleaned_data.get("value")
        if what == NOTHING:
            return NONE
        if self.fact.type is FactType.FLAG:
            return {"yes": True, "no": False}[str(what)]
        said = value if "value" in self.fields else what
        return read_value(self.fact, said.strip().replace(",", "").lstrip("£") if isinstance(said, str) else said)

    @property
    def organisation(self) -> Organisation:
        """Who says so."""
        slug = self.cleaned_data.get("organisation")
        return next((each for each in self.organisations if each.slug == slug), self.organisations[0])


class Settle(Form):
    """How the two sides come to agree; each way is a button."""

    act = OneOf(
        asks=_("What do you want to do?"), called=_("what you want to do"), why=_("It ends the dispute"), choices=()
    )

    def __init__(self, ways: Sequence[str], data: Any = None) -> None:
        super().__init__(data)
        self.fields["act"].choices = [(way, way) for way in ways]  # type: ignore[attr-defined]


def fact_named(dealing: Dealing, name: str) -> Fact | None:
    """The fact of that name, where the two sides may disagree over it."""
    return next((fact for fact in disputable(kind(dealing.kind)) if fact.name == name), None)


def as_it_stands(dealing: Dealing, fact: Fact) -> str:
    """A fact and what the record says it is."""
    return _stands(fact, kind(dealing.kind).read(dealing.facts))


def _stands(fact: Fact, facts: Facts) -> str:
    return f"{capital(gettext(fact.label))}: {value_said(fact, facts[fact.name])}"


def _asking(fact: Fact, *, is_its_day: bool) -> dict[str, Any]:
    """The questions by which another value of a fact is given: a flag or a choice is one click."""
    words: dict[str, Any] = {"called": _("what you say it is"), "why": _("It stands beside what the record says")}
    if fact.type is FactType.FLAG:
        choices = [("yes", _("Yes")), ("no", _("No"))]
        return {"what": OneOf(asks=gettext(fact.ask), choices=choices, **words)}
    if fact.type is FactType.CHOICE:
        return {
            "what": OneOf(asks=gettext(fact.ask), choices=[(each, choice_said(each)) for each in fact.choices], **words)
        }
    asks, answer = _("What do you say it is?"), _("Another")
    field: Any = Text(asks=answer, width=10, numeric=True, optional=True, **words)
    if fact.type is FactType.DATE:
        field = Day(asks=_("The day"), optional=True, **words)
    if is_its_day:
        field.required = True
        return {"value": field}
    none = _("It did not happen") if fact.type is FactType.DATE else _("There is none")
    return {"what": OneOf(asks=asks, choices=[(OTHER, _("Something else")), (NOTHING, none)], **words), "value": field}
