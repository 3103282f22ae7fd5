"""The form by which a body says what changed: one set of boxes for each theme, as many as are wanted."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.dealings.actions.feeding_back import Heard
from livecompact.dealings.models import Outcome
from livecompact.frame.fields import LongText, OneOf, Text
from livecompact.frame.forms import Form

FIRST, MOST = 3, 30
PARTS = ("theme", "heard", "outcome", "why")


class WhatChanged(Form):
    """The themes, each with what people said, what became of it and why; and what was heard of barriers.

    `count` is how many sets of boxes it shows; those that are empty are left out.
    """

    def __init__(self, count: int, before: Sequence[Heard], barriers: str, data: Any = None) -> None:
        initial = {f"{part}_{n}": getattr(each, part) for n, each in enumerate(before, 1) for part in PARTS}
        super().__init__(data, initial={**initial, "barriers": barriers})
        self.count = count
        for n in range(1, count + 1):
            self.fields |= {f"{name}_{n}": field for name, field in _boxes(n).items()}
        self.fields["barriers"] = LongText(
            asks=_("What did you hear of things that made it hard to take part?"),
            called=_("what you heard"),
            hint=_("“Nobody told us of any” is an answer"),
            why=_("People who felt shut out want to know that too"),
            optional=True,
            at_most=2000,
            rows=3,
        )

    def clean(self) -> dict[str, Any]:
        """What no field sees: that a theme that is spoken of has its name, and that there is one."""
        for n in range(1, self.count + 1):
            said = any(self.cleaned_data.get(f"{part}_{n}") for part in PARTS[1:])
            if said and not self.cleaned_data.get(f"theme_{n}"):
                self.add_error(f"theme_{n}", gettext("Enter the theme"))
        if not self.errors and not self.themes:
            self.add_error("theme_1", gettext("Enter the theme"))
        return self.cleaned_data

    @property
    def themes(self) -> tuple[Heard, ...]:
        """The themes that were written."""
        said = ({part: self.cleaned_data.get(f"{part}_{n}", "") for part in PARTS} for n in range(1, self.count + 1))
        return tuple(Heard(**each) for each in said if each["theme"])

    def sets(self) -> Iterator[tuple[int, list[BoundField]]]:
        """The boxes of each theme, for the template."""
        for n in range(1, self.count + 1):
            yield n, [self[f"{part}_{n}"] for part in PARTS]


def _boxes(n: int) -> dict[str, Any]:
    return {
        "theme": Text(
            asks=_("Theme"),
            called=gettext("theme %(n)s") % {"n": n},
            hint=_("In a few words, like Opening hours"),
            why=_("What became of it is told theme by theme"),
            optional=True,
            at_most=150,
        ),
        "heard": LongText(
            asks=_("What did people say?"),
            called=gettext("what people said of theme %(n)s") % {"n": n},
            why=_("People see that they were heard"),
            optional=True,
            at_most=2000,
            rows=3,
        ),
        "outcome": OneOf(
            asks=_("What became of it?"),
            called=gettext("what became of theme %(n)s") % {"n": n},
            why=_("People want to know what it led to"),
            choices=list(Outcome.choices),
            optional=True,
        ),
        "why": LongText(
            asks=_("What did you do, or why not?"),
            called=gettext("why, for theme %(n)s") % {"n": n},
            why=_("Where less changed, the reason is promised"),
            optional=True,
            at_most=2000,
            rows=3,
        ),
    }
