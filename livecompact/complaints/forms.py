"""The questions of who complains, and of who answers."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from livecompact.frame.dates import long_date
from livecompact.frame.day import Day, WrongBox
from livecompact.frame.fields import Email, LongText, Text
from livecompact.frame.forms import Form

LONGEST = 4000


class Complain(Form):
    """What is wrong, and how we reach who says so."""

    says = LongText(
        asks=_("What is wrong?"),
        called=_("what is wrong"),
        hint=_("Which data, and what we should do about it"),
        why=_("We look into it"),
        at_most=LONGEST,
        rows=6,
    )
    name = Text(asks=_("Your name"), called=_("your name"), why=_("So that we find your data"), autocomplete="name")
    email = Email(
        asks=_("Your email address"),
        called=_("your email address"),
        hint=_("Enter this or a postal address"),
        why=_("We answer there"),
        optional=True,
    )
    address = LongText(
        asks=_("Your postal address"),
        called=_("your postal address"),
        why=_("We answer there"),
        optional=True,
        at_most=500,
        rows=4,
    )

    def clean(self) -> dict[str, Any]:
        """The answers; one of the two addresses must be there."""
        answers = super().clean() or {}
        ways = ("email", "address")
        if not any(answers.get(way) or way in self.errors for way in ways):
            self.add_error("email", _("Enter an email address or a postal address"))
        return answers


class Longer(Form):
    """Until when the answer takes longer, and why."""

    until = Day(
        asks=_("When do you answer?"),
        called=_("the day of your answer"),
        why=_("They are told of it, and you are reminded"),
    )
    longer_why = LongText(
        asks=_("Why does it take longer?"),
        called=_("why it takes longer"),
        hint=_("What you have done so far, and what you wait for. They read it as it stands"),
        why=_("They have a right to know how far you are"),
        at_most=500,
        rows=4,
    )

    def __init__(self, after: date, *args: Any) -> None:
        super().__init__(*args)
        self.after = after

    def clean_until(self) -> date:
        """The day, which is after the one that was said before."""
        until: date = self.cleaned_data["until"]
        if until <= self.after:
            raise WrongBox(_("The day of your answer must be after %(day)s") % {"day": long_date(self.after)})
        return until


class Outcome(Form):
    """The answer."""

    outcome = LongText(
        asks=_("What is your answer?"),
        called=_("your answer"),
        hint=_("What you found, what you did, and why. They read it as it stands"),
        why=_("They have a right to know what came of it"),
        at_most=LONGEST,
        rows=8,
    )
