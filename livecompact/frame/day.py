"""A day, asked in three boxes; a month may be written as a word."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import Words, say

BOXES = ("day", "month", "year")
YEAR = 4  # digits
YEARS = range(1900, 2101)
"""The years that are read, as in files: 0025 or 2207 is a slip, and would stand on top of every list for ever."""
SHORTEST = 3  # letters that tell a month
ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

type Boxes = Mapping[str, str]


class WrongBox(forms.ValidationError):
    """Something is wrong with these boxes of a day; an error link leads to the first."""

    def __init__(self, message: Any, *boxes: str) -> None:
        super().__init__(message, code="day")
        self.boxes = boxes or BOXES


class DayBoxes(forms.Widget):
    """Three boxes, named `opens-day`, `opens-month` and `opens-year` for a field `opens`."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Boxes:  # noqa: ARG002 (Django's)
        """What was typed, box by box, kept as it was typed."""
        return {box: str(data.get(f"{name}-{box}", "")).strip() for box in BOXES}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:  # noqa: ARG002
        """Whether none of the boxes was sent."""
        return not any(f"{name}-{box}" in data for box in BOXES)

    def id_for_label(self, id_: str, index: str | int | None = None) -> str:  # noqa: ARG002 (Django's)
        """The first box."""
        return f"{id_}-day"


class Day(forms.Field):
    """A day. `called` is what it is in a sentence: "the day it opens"."""

    widget = DayBoxes

    def __init__(self, *, asks: Words, called: Words, why: Words, hint: Words = "", optional: bool = False) -> None:
        self.why, self.called = why, called
        super().__init__(label=asks, help_text=hint, required=not optional)

    def clean(self, value: Any) -> date | None:
        """The day, None if it is optional and every box is empty; WrongBox where it is no day."""
        boxes: Boxes = value if isinstance(value, Mapping) else boxes_of(value)
        empty = [box for box in BOXES if not boxes[box]]
        if len(empty) == len(BOXES) and not self.required:
            return None
        if len(empty) == len(BOXES):
            raise WrongBox(say(_("Enter {called}"), self.called))
        if empty:
            raise WrongBox(say(_MUST_INCLUDE[empty[0]], self.called), *empty)
        return self._read(boxes)

    def _read(self, boxes: Boxes) -> date:
        if len(boxes["year"]) != YEAR or not boxes["year"].isdecimal():
            raise WrongBox(say(_("{Called} must have a year of 4 numbers"), self.called), "year")
        if int(boxes["year"]) not in YEARS:
            between = say(_("{Called} must have a year between {first} and {last}"), self.called, **_RANGE)
            raise WrongBox(between, "year")
        month = month_number(boxes["month"])
        try:
            return date(int(boxes["year"]), month, int(boxes["day"]))
        except ValueError:
            wrong = BOXES if month else ("month",)
            raise WrongBox(say(_("{Called} must be a day in the calendar"), self.called), *wrong) from None


_RANGE = {"first": YEARS.start, "last": YEARS.stop - 1}
_MUST_INCLUDE = {
    "day": _("{Called} must include a day"),
    "month": _("{Called} must include a month"),
    "year": _("{Called} must include a year"),
}


def boxes_of(day: Any) -> Boxes:
    """The three boxes of a day that is known, or three empty ones."""
    known = isinstance(day, date)
    return {box: str(getattr(day, box)) if known else "" for box in BOXES}


def month_number(typed: str) -> int:
    """1 to 12 for a number, a month's name or its start, in English or the language of the page; 0 if it is neither.

    >>> month_number("3"), month_number("March"), month_number("sept."), month_number("Ma")
    (3, 3, 9, 0)
    """
    word = typed.strip().rstrip(".").lower()
    if word.isdecimal():
        return int(word)
    for number, english in enumerate(ENGLISH, start=1):
        if word in (str(MONTHS[number]).lower(), str(MONTHS_3[number]).lower().rstrip(".")):
            return number
        if len(word) >= SHORTEST and english.startswith(word):
            return number
    return 0
