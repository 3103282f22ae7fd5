"""What the forms of the workshop share: each knows which text it was filled in for, so that no change is lost."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from livecompact.agreements import Mistake
from livecompact.frame.forms import Form
from livecompact.standards.periods import Period

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class OnDraft(Form):
    """A form about the text on the bench, which it knows by its hash."""

    based_on = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, based_on: str = "", **rest: Any) -> None:
        initial = {"based_on": based_on, **(rest.pop("initial", None) or {})}
        super().__init__(data, initial=initial, **rest)
        self.newest = based_on
        self.order_fields([*(name for name in self.fields if name != "based_on"), "based_on"])

    @property
    def is_outdated(self) -> bool:
        """Whether it was filled in for another text than the one on the bench."""
        return bool(self.cleaned_data["based_on"] != self.newest)

    def outdate(self) -> None:
        """Tell that somebody was quicker; sent again, it counts for the text that is there now."""
        self.add_error(
            None, _("Somebody changed the draft after you opened this. Look at it below, then send yours again")
        )
        self.data = {**self.data.dict(), "based_on": self.newest} if hasattr(self.data, "dict") else self.data

    def mistaken(self, mistakes: Iterable[Mistake]) -> None:
        """Tell what the reader of the format found."""
        for mistake in mistakes:
            self.add_error(None, f"{mistake.says} {mistake.mend}".rstrip("."))


class Confirm(OnDraft):
    """Asks nothing: the button says yes."""


def read_length(typed: str) -> str:
    """A length of time such as "12 weeks", as the format writes it."""
    try:
        return str(Period.read(" ".join(str(typed).lower().split())))
    except ValueError:
        raise ValidationError(_("Enter how long as a number and a unit, like 12 weeks or 10 working days")) from None


def unbroken(text: Any) -> str:
    """A text with line ends as files have them; browsers send others."""
    return str(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def is_slug(text: str) -> bool:
    """Whether it is small words joined by hyphens, beginning with a letter."""
    return SLUG.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """The same, where it may begin with a number."""
    return NAME.fullmatch(text) is not None


def choose(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """The choices of a list that opens."""
    field = cast("forms.ChoiceField", form.fields[name])
    field.choices = [("", _("Choose one")), *choices]
