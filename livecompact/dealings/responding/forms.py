"""The forms of answers: how many came in each way, one answer, and what is taken out of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.dealings.actions.answers import Answered
from livecompact.dealings.models import LONGEST_ANSWER, Original, Response, TakenOut, Way, Why
from livecompact.dealings.models.answers import LONGEST_WORDS
from livecompact.dealings.publishing.changing import look_at_numbers
from livecompact.dealings.publishing.fact_fields import field_of, shown_in, value_of
from livecompact.dealings.responding.taking_out import Out, stand_in
from livecompact.frame.day import Day, WrongBox
from livecompact.frame.fields import Email, LongText, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.kinds import kind
from livecompact.kinds.consultation import ANSWERS
from livecompact.standards.facts import NOT_KNOWN, Fact, Facts

FIRST, MOST = 2, 30


class HowMany(Form):
    """How many answers came in each way; an empty box is not known."""

    def __init__(self, facts: Facts, data: Any = None) -> None:
        super().__init__(data, initial=shown_in(counted(), facts))
        self.before = facts
        for fact in counted():
            self.fields[fact.name] = field_of(fact, wanted=False)
            self.fields[fact.name].help_text = ""  # said once, above all of them

    def clean(self) -> dict[str, Any]:
        """What no field sees: that each is a number."""
        look_at_numbers(self, counted())
        return self.cleaned_data

    @property
    def facts(self) -> Facts:
        """Every fact of the consultation, with these numbers."""
        said = {fact.name: value_of(fact, self.cleaned_data.get(fact.name)) for fact in counted()}
        held = {**self.before, **said}
        return Facts({name: value for name, value in held.items() if value is not NOT_KNOWN})


class OneAnswer(Form):
    """One answer: how it came, what was said, whether its author agrees, and where they want to hear what changed."""

    way = OneOf(
        asks=_("How did it come?"),
        called=_("how it came"),
        why=_("Every way to answer counts"),
        choices=Way.choices,
        listed=True,
    )
    came_on = Day(asks=_("When did it come?"), called=_("the day it came"), why=_("Answers are kept for a time only"))
    called = Text(
        asks=_("What do we call its author?"),
        called=_("what we call its author"),
        hint=_("Use a name only if they agree. A resident is fine"),
        why=_("It stands above the answer, where everyone can read it"),
        at_most=100,
    )
    text = LongText(
        asks=_("What did they say?"),
        called=_("what they said"),
        hint=_("Nobody else reads this. You can take words out later"),
        why=_("It is published only if they agree"),
        optional=True,
        at_most=LONGEST_ANSWER,
        rows=8,
    )
    agrees = OneOf(
        asks=_("Do they agree that everyone can read it?"),
        called=_("if they agree that everyone can read it"),
        why=_("No answer is public without a yes"),
        choices=[("yes", _("Yes")), ("no", _("No, or we have not asked"))],
    )
    agreed_on = Day(
        asks=_("When did they agree?"),
        called=_("the day they agreed"),
        hint=_("Leave it empty if they did not"),
        why=_("You can show later that they did"),
        optional=True,
    )
    agreed_how = OneOf(
        asks=_("How did they agree?"),
        called=_("how they agreed"),
        why=_("You can show later that they did"),
        choices=Way.choices,
        optional=True,
        listed=True,
    )
    email = Email(
        asks=_("Where do they want to hear what changed?"),
        called=_("their email address"),
        hint=_("We write to it once, then we forget it"),
        why=_("People who answer want to know what came of it"),
        optional=True,
    )

    def __init__(self, today: date, response: Response | None = None, data: Any = None) -> None:
        super().__init__(data, initial=_as_it_is(response) if response else None)
        self.fields["email"].widget.attrs["autocomplete"] = "off"  # it is somebody else's
        self.today = today

    def clean(self) -> dict[str, Any]:
        """What no field sees: days to come, an answer without words, and a yes without its day."""
        said = self.cleaned_data
        for name, called in (("came_on", gettext("The day it came")), ("agreed_on", gettext("The day they agreed"))):
            if said.get(name) and said[name] > self.today:
                self.add_error(name, WrongBox(gettext("%(day)s must be today or before") % {"day": called}))
        if (
            not said.get("text")
            and "text" not in self.errors
            and not (said.get("email") and said.get("agrees") != "yes")
        ):
            self.add_error("text", gettext("Enter what they said"))
        if said.get("agrees") == "yes":
            self._look_at_consent()
        return said

    def _look_at_consent(self) -> None:
        if not self.cleaned_data.get("agreed_on") and "agreed_on" not in self.errors:
            self.add_error("agreed_on", WrongBox(gettext("Enter the day they agreed")))
        if not self.cleaned_data.get("agreed_how") and "agreed_how" not in self.errors:
            self.add_error("agreed_how", gettext("Select how they agreed"))

    @property
    def told(self) -> Answered:
        """The answer as it was told; a consent that was not given has no day."""
        said = self.cleaned_data
        agrees = said["agrees"] == "yes"
        return Answered(
            **{name: said[name] for name in ("way", "came_on", "called", "text", "email")},
            agreed_on=said["agreed_on"] if agrees else None,
            agreed_how=said["agreed_how"] if agrees else "",
        )


class LookOver(Form):
    """What is taken out of an answer: words, and why, as many as are wanted; none is an answer too."""

    def __init__(self, original: Original, before: Sequence[TakenOut], count: int, data: Any = None) -> None:
        held = {f"{name}_{n}": getattr(each, name) for n, each in enumerate(before, 1) for name in ("words", "why")}
        super().__init__(data, initial=held)
        self.original, self.count = original, count
        for n in range(1, count + 1):
            self.fields |= _taken_out(n)

    def clean(self) -> dict[str, Any]:
        """What no field sees: that the words stand in the answer, that each says why, and that no author is named."""
        for n in range(1, self.count + 1):
            words, why = self.cleaned_data.get(f"words_{n}", ""), self.cleaned_data.get(f"why_{n}", "")
            if words:
                self._look_at(n, words, why)
            elif why:
                self.add_error(f"words_{n}", gettext("Enter the words"))
        return self.cleaned_data

    def _look_at(self, n: int, words: str, why: str) -> None:
        if not stand_in(self.original.text, words):
            self.add_error(f"words_{n}", gettext("These words do not stand in the answer. Copy them as they are"))
        elif stand_in(self.original.response.called, words):
            said = gettext("These words stand in what its author is called. Change that first")
            self.add_error(f"words_{n}", said)
        if not why and f"why_{n}" not in self.errors:
            self.add_error(f"why_{n}", gettext("Select why"))

    @property
    def out(self) -> tuple[Out, ...]:
        """What is taken out."""
        said = ((self.cleaned_data[f"words_{n}"], self.cleaned_data[f"why_{n}"]) for n in range(1, self.count + 1))
        return tuple(Out(words, why) for words, why in said if words)

    def sets(self) -> Iterator[tuple[int, list[BoundField]]]:
        """The boxes of each, for the template."""
        for n in range(1, self.count + 1):
            yield n, [self[f"words_{n}"], self[f"why_{n}"]]


def counted() -> tuple[Fact, ...]:
    """The facts that say how many answers came."""
    by_name = kind("consultation").by_name
    return tuple(by_name[name] for name in ANSWERS)


def _as_it_is(response: Response) -> dict[str, Any]:
    columns = ("way", "came_on", "called", "agreed_on", "agreed_how")
    held = {name: getattr(response, name) for name in columns}
    said = {"text": response.original.text, "email": response.original.email}
    return {**held, **said, "agrees": "yes" if response.agreed_on else "no"}


def _taken_out(n: int) -> dict[str, Any]:
    return {
        f"words_{n}": Text(
            asks=_("Which words?"),
            called=gettext("the words of part %(n)s") % {"n": n},
            hint=_("Copy them out of the answer"),
            why=_("They go wherever they stand"),
            optional=True,
            at_most=LONGEST_WORDS,
        ),
        f"why_{n}": OneOf(
            asks=_("Why?"),
            called=gettext("why part %(n)s is taken out") % {"n": n},
            why=_("It stands in their place"),
            choices=Why.choices,
            optional=True,
            listed=True,
        ),
    }
