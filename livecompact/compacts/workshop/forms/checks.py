"""The questions about checks: a new one in a simple form or in its own language, its end, and its adoption."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from livecompact import kinds
from livecompact.agreements import Edition, Mistake
from livecompact.compacts.workshop import shapes
from livecompact.compacts.workshop.forms.base import OnDraft, choose, is_slug, read_length
from livecompact.compacts.workshop.shapes import Shape
from livecompact.frame.day import Day
from livecompact.frame.fields import LongText, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.kinds.kind import Kind
from livecompact.standards.standard import Basis

SHAPES = [
    (Shape.OPEN.value, _("It is open for at least so long")),
    (Shape.BY.value, _("One day comes soon enough after another")),
    (Shape.AHEAD.value, _("One day comes long enough after another")),
    (Shape.STATED.value, _("Something is written down")),
    (Shape.HOLDS.value, _("The answer to a question is yes")),
]
BASES = [
    (Basis.TEXT.value, _("The text of the agreement")),
    (Basis.LOCAL.value, _("Our area, once it has agreed it")),
    (Basis.PROMPT.value, _("Nobody: it is only a tip")),
]


class ChooseCheck(Form):
    """Which promise a new check is of, what it looks at, and what it asks in its simplest form."""

    promise = OneOf(
        asks=_("Which promise does it check?"),
        called=_("the promise"),
        why=_("The check stands on its page"),
        choices=[],
        listed=True,
    )
    kind = OneOf(
        asks=_("What does it look at?"),
        called=_("what it looks at"),
        why=_("Each has facts of its own"),
        choices=[],
        listed=True,
    )
    shape = OneOf(
        asks=_("What does it ask?"),
        called=_("what it asks"),
        why=_("The next questions follow from it"),
        choices=SHAPES,
    )

    def __init__(self, *args: Any, edition: Edition, **rest: Any) -> None:
        super().__init__(*args, **rest)
        choose(self, "promise", [(each.number, f"{each.number} {each.name}") for each in edition.undertakings])
        choose(self, "kind", [(name, _now(kinds.kind(name).called)) for name in kinds.KINDS])


class BuildCheck(Form):
    """The rest of a new check, once its form and what it looks at are chosen."""

    asks = Text(
        asks=_("What it asks, in one sentence"), called=_("what it asks"), why=_("It stands on the promise's page")
    )
    code = Text(
        asks=_("Short name"),
        called=_("the short name"),
        why=_("Findings name the check by it, for good"),
        hint=_("Small letters, with hyphens between words"),
        at_most=60,
    )
    basis = OneOf(
        asks=_("Who says so?"),
        called=_("who says so"),
        why=_("Only the text and what the area agreed can find a promise not kept"),
        choices=BASES,
    )
    fact = OneOf(
        asks=_("What is looked at?"),
        called=_("what is looked at"),
        why=_("The check reads it"),
        choices=[],
        listed=True,
    )
    other = OneOf(
        asks=_("From which day is it counted?"),
        called=_("the other day"),
        why=_("The time lies between the two"),
        choices=[],
        listed=True,
    )
    length = Text(
        asks=_("How long?"),
        called=_("how long"),
        why=_("It is the number that counts"),
        hint=_("For example, 12 weeks, 3 months or 10 working days"),
        width=20,
        at_most=40,
    )
    when = OneOf(
        asks=_("Only where this is so"),
        called=_("where it applies"),
        why=_("It says nothing of others"),
        choices=[],
        listed=True,
        optional=True,
    )
    reason = OneOf(
        asks=_("A reason that excuses"),
        called=_("the reason"),
        why=_("The text lets a reason excuse"),
        choices=[],
        listed=True,
        optional=True,
    )
    source = Text(
        asks=_("Where the number comes from"),
        called=_("where the number comes from"),
        why=_("Everyone can read it"),
        optional=True,
    )

    def __init__(self, *args: Any, kind: Kind, shape: Shape, codes: Iterable[str], way_out: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.codes = set(codes)
        choose(self, "fact", shapes.facts_for(kind, shape))
        choose(self, "other", shapes.facts_for(kind, Shape.OPEN))
        choose(self, "when", shapes.flags_of(kind))
        choose(self, "reason", shapes.reasons_of(kind))
        if shape is Shape.OPEN:
            self.fields["fact"].label, self.fields["other"].label = _("It opens on"), _("It closes on")
        not_asked = [] if shape in shapes.WITH_LENGTH else ["other", "length"]
        not_asked += [] if way_out and shapes.reasons_of(kind) else ["reason"]
        for name in [*not_asked, *([] if shapes.flags_of(kind) else ["when"])]:
            del self.fields[name]

    def clean_code(self) -> str:
        """The short name, which no other check of the edition has."""
        code = str(self.cleaned_data["code"])
        if not is_slug(code):
            raise ValidationError(_("Enter the short name in small letters and hyphens, like time-to-answer"))
        if code in self.codes:
            raise ValidationError(_("Enter another short name: a check has this one"))
        return code

    def clean_basis(self) -> Basis:
        """Who says so."""
        return Basis(self.cleaned_data["basis"])

    def clean_length(self) -> str:
        """A length of time as it is written."""
        return read_length(self.cleaned_data["length"])

    def clean(self) -> dict[str, Any]:
        """The answers; the two days are two."""
        data = super().clean() or {}
        if data.get("other") and data.get("other") == data.get("fact"):
            self.add_error("other", _("Select another day than the first"))
        return data


class WriteCheck(OnDraft):
    """A check in the language of standards."""

    text = LongText(
        asks=_("The check"), called=_("the check"), why=_("It is read as it stands here"), rows=18, at_most=20_000
    )
    text.widget.attrs["class"] = "compacts-code"
    text.widget.attrs |= {"spellcheck": "false", "translate": "no"}

    def tell(self, mistakes: Sequence[Mistake]) -> None:
        """Tell the first thing that is wrong in what was typed, by its line; the page lists them all."""
        if mistakes:
            first = mistakes[0]
            at = {"line": first.line, "says": first.says, "mend": first.mend.rstrip(".")}
            self.add_error("text", _("Line %(line)s: %(says)s %(mend)s") % at)


class EndCheck(OnDraft):
    """When a published check ends."""

    last_day = Day(
        asks=_("What is the last day on which it counts?"),
        called=_("the last day"),
        why=_("What it found before stays found"),
    )

    @property
    def days(self) -> tuple[date, date]:
        """The last day of what ends, and the first of what follows it."""
        last_day: date = self.cleaned_data["last_day"]
        return last_day, last_day + timedelta(days=1)


class Adopt(OnDraft):
    """That the area agreed a number or a check: when, who, and from which day it counts."""

    number = Text(
        asks=_("Which number was agreed?"),
        called=_("the number"),
        why=_("It is the number that counts from then on"),
        width=20,
        at_most=40,
    )
    on = Day(asks=_("When was it agreed?"), called=_("the day it was agreed"), why=_("Everyone can see when"))
    by = Text(
        asks=_("Who agreed it?"),
        called=_("who agreed it"),
        why=_("Everyone can see who"),
        hint=_("The group, not a person"),
    )
    minute = Text(
        asks=_("Where can that be read?"),
        called=_("where it can be read"),
        why=_("Anyone can look it up"),
        hint=_("The minute, or the address of a page"),
    )
    since = Day(
        asks=_("From which day does it count?"),
        called=_("the day from which it counts"),
        why=_("What was done before is not checked by it"),
        hint=_("Leave it empty if it is the day it was agreed"),
        optional=True,
    )

    def __init__(self, *args: Any, with_number: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if not with_number:
            del self.fields["number"]

    def clean_number(self) -> str:
        """A length of time as it is written."""
        return read_length(self.cleaned_data["number"])

    def clean(self) -> dict[str, Any]:
        """The answers; nothing counts before it was agreed."""
        data = super().clean() or {}
        if data.get("since") and data.get("on") and data["since"] < data["on"]:
            self.add_error("since", _("The day from which it counts must be the day it was agreed, or later"))
        return data

    @property
    def values(self) -> dict[str, Any]:
        """The answers as the format has them; it counts from the day it was agreed, if no other is named."""
        data = self.cleaned_data
        adopted = {name: data[name] for name in ("on", "by", "minute")}
        return {"number": data.get("number", ""), "adopted": adopted, "since": data["since"] or data["on"]}
