"""Naming who stands in, and for how long."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from livecompact.frame.day import Day
from livecompact.frame.fields import Email
from livecompact.frame.forms import Form

LONGEST = timedelta(days=366)
"""How long somebody may stand in; who stays longer is invited to the role. Our own number."""


class HandOver(Form):
    """Who stands in, from which day to which."""

    email = Email(
        asks=_("Who stands in for you?"),
        called=_("their email address"),
        hint=_("Their email address"),
        why=_("We tell them, and they sign in with it"),
    )
    begins = Day(asks=_("From which day?"), called=_("the first day"), why=_("Their role begins that morning"))
    until = Day(asks=_("Until which day?"), called=_("the last day"), why=_("Their role ends by itself after that day"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """The answers; the days lie ahead, in their order, and at most a year apart."""
        answers = super().clean() or {}
        begins, until = answers.get("begins"), answers.get("until")
        if begins and begins < self.today:
            self.add_error("begins", _("The first day must be today or later"))
        if begins and begins - self.today > LONGEST:
            self.add_error("begins", _("The first day must be within a year from today"))
        if begins and until and until < begins:
            self.add_error("until", _("The last day must be the first day or later"))
        if begins and until and until - begins > LONGEST:
            self.add_error("until", _("The last day must be within a year of the first"))
        return answers
