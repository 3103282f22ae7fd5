"""The kinds of question that a form asks, each with a message for everything that can go wrong with its answer.

A field is told what it asks (`asks`, its label), what an answer is called in a sentence (`called`: "the name" gives
"Enter the name") and why it is asked (`why`). Every message is made from `called`, so that the summary at the top of
the page, where the label is far away, reads well by itself. `hint` is one short sentence without a full stop.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

type Words = str | LazyText
type Choices = Sequence[tuple[str, Words]]


def say(pattern: Words, called: Words, **numbers: object) -> "LazyText":
    """A message about what is `called` so, put together when it is shown, in the language of the page.

    >>> str(say("{Called} must include a month", "the day it opens"))
    'The day it opens must include a month'
    """
    return format_lazy("{}", _Said(pattern, called, numbers))


class _Said:
    """A message that is put together anew each time it is shown, since the language may change between."""

    def __init__(self, pattern: Words, called: Words, numbers: dict[str, object]) -> None:
        self.pattern, self.called, self.numbers = pattern, called, numbers

    def __str__(self) -> str:
        called = str(self.called)
        return str(self.pattern).format(called=called, Called=capfirst(called), **self.numbers)


UNSEEN = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What comes with pasted text and nobody sees: controls, which no feed and no calendar may hold, and the marks that
turn round the letters of all that follows (Unicode UAX 9). Emoji and every script stand without them."""


class _Typed(forms.CharField):
    def to_python(self, value: Any) -> str | None:
        """The text without what nobody sees."""
        return super().to_python(UNSEEN.sub("", value) if isinstance(value, str) else value)


class Text(_Typed):
    """One line. `width` is in characters (2, 3, 4, 5, 10, 20 or 30); without one it is as wide as the page.

    `autocomplete` names what a browser may fill in, such as "name"; `numeric` brings up a keypad.
    """

    def __init__(
        self,
        *,
        asks: Words,
        called: Words,
        why: Words,
        hint: Words = "",
        optional: bool = False,
        at_most: int = 200,
        width: int | None = None,
        autocomplete: str = "",
        numeric: bool = False,
    ) -> None:
        self.why = why
        super().__init__(
            label=asks,
            help_text=hint,
            required=not optional,
            max_length=at_most,
            error_messages=_text_messages(called, at_most),
        )
        self.widget.attrs |= _given(autocomplete=autocomplete, inputmode="numeric" if numeric else "")
        self.widget.attrs |= _given(**{"class": f"govuk-input--width-{width}" if width else ""})


class Code(Text):
    """A code of 6 numbers, which a telephone fills in by itself; spaces that come with it do no harm."""

    def __init__(self, *, asks: Words, called: Words, why: Words) -> None:
        super().__init__(
            asks=asks, called=called, why=why, at_most=20, width=10, autocomplete="one-time-code", numeric=True
        )
        self.widget.attrs["class"] += " govuk-input--extra-letter-spacing"

    def to_python(self, value: Any) -> str | None:
        """The numbers alone.

        >>> Code(asks="Code", called="the code", why="It is yours").clean(" 123 456 ")
        '123456'
        """
        return "".join((super().to_python(value) or "").split())


class LongText(_Typed):
    """Several lines."""

    def __init__(
        self,
        *,
        asks: Words,
        called: Words,
        why: Words,
        hint: Words = "",
        optional: bool = False,
        at_most: int = 4000,
        rows: int = 5,
    ) -> None:
        self.why = why
        super().__init__(
            label=asks,
            help_text=hint,
            required=not optional,
            max_length=at_most,
            error_messages=_text_messages(called, at_most),
            widget=forms.Textarea(attrs={"rows": rows}),
        )


class Email(forms.EmailField):
    """An email address."""

    def __init__(self, *, asks: Words, called: Words, why: Words, hint: Words = "", optional: bool = False) -> None:
        self.why = why
        wrong = _("Enter an email address like name@example.org")
        super().__init__(
            label=asks,
            help_text=hint,
            required=not optional,
            error_messages=_text_messages(called, 320) | {"invalid": wrong},
        )
        self.widget.attrs |= {"autocomplete": "email", "spellcheck": "false"}


class OneOf(forms.ChoiceField):
    """One answer out of a few: radios, none of them chosen beforehand; `listed` makes it a list that opens."""

    def __init__(
        self,
        *,
        asks: Words,
        called: Words,
        why: Words,
        choices: Choices,
        hint: Words = "",
        optional: bool = False,
        listed: bool = False,
    ) -> None:
        self.why = why
        super().__init__(
            label=asks,
            help_text=hint,
            required=not optional,
            choices=[("", _("Choose one")), *choices] if listed else choices,
            error_messages=_choice_messages(called),
            widget=forms.Select if listed else forms.RadioSelect,
        )


class SomeOf(forms.MultipleChoiceField):
    """Any number of answers out of a few: checkboxes."""

    def __init__(
        self,
        *,
        asks: Words,
        called: Words,
        why: Words,
        choices: Choices,
        hint: Words = "",
        optional: bool = False,
    ) -> None:
        self.why = why
        super().__init__(
            label=asks,
            help_text=hint,
            required=not optional,
            choices=choices,
            error_messages=_choice_messages(called),
            widget=forms.CheckboxSelectMultiple,
        )


class File(forms.FileField):
    """A file of at most so many megabytes, of one of the types named by their endings, such as ".csv"."""

    def __init__(
        self,
        *,
        asks: Words,
        called: Words,
        why: Words,
        endings: Sequence[str],
        hint: Words = "",
        optional: bool = False,
        megabytes: int = 2,
    ) -> None:
        self.why, self.called, self.endings, self.megabytes = why, called, tuple(endings), megabytes
        super().__init__(label=asks, help_text=hint, required=not optional, error_messages=_file_messages(called))
        self.widget.attrs |= {"accept": ",".join(endings)}

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file, once its size and its ending are looked at; what is in it is for the reader to judge."""
        file = super().clean(data, initial)
        if isinstance(file, UploadedFile):
            self._look_at(file)
        return file

    def _look_at(self, file: "UploadedFile[Any]") -> None:
        if not str(file.name).lower().endswith(self.endings):
            kinds = ", ".join(self.endings)
            raise forms.ValidationError(say(_("{Called} must end in {kinds}"), self.called, kinds=kinds), "ending")
        if (file.size or 0) > self.megabytes * 1_000_000:
            smaller = say(_("{Called} must be smaller than {megabytes} MB"), self.called, megabytes=self.megabytes)
            raise forms.ValidationError(smaller, "size")


def _text_messages(called: Words, at_most: int) -> dict[str, Words]:
    return {
        "required": say(_("Enter {called}"), called),
        "max_length": say(_("Shorten {called} to {at_most} characters or fewer"), called, at_most=at_most),
        "null_characters_not_allowed": say(_("Enter {called} again, in letters and numbers only"), called),
    }


def _choice_messages(called: Words) -> dict[str, Words]:
    choose = say(_("Select {called}"), called)
    again = say(_("Select {called} from the list"), called)
    return {"required": choose, "invalid_choice": again, "invalid_list": again}


def _file_messages(called: Words) -> dict[str, Words]:
    choose = say(_("Choose {called}"), called)
    return {
        "required": choose,
        "invalid": choose,
        "missing": choose,
        "empty": say(_("{Called} is empty. Choose one with something in it"), called),
    }


def _given(**attributes: str) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value}
