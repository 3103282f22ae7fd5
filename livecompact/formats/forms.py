"""The questions of somebody who asks for another form, and of the officer who answers."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from livecompact.formats.models import State
from livecompact.formats.wanted import CHOICES, Wanted, Way
from livecompact.frame.fields import Email, LongText, OneOf, Text
from livecompact.frame.forms import Form

LONGEST = 500


class Which(Form):
    """What somebody would like to have, and in which form. It is kept in the address; so no name is asked."""

    what = LongText(
        asks=_("What would you like to have?"),
        called=_("what you would like to have"),
        hint=_("A page of this site, or a document that it tells of"),
        why=_("We send you that, and nothing else"),
        at_most=LONGEST,
        rows=3,
    )
    wanted = OneOf(
        asks=_("How would you like to have it?"),
        called=_("how you would like to have it"),
        why=_("The next page asks only what this form needs"),
        choices=CHOICES,
    )


class Reach(Form):
    """How to reach who asks: only what the form in question needs."""

    def __init__(self, wanted: Wanted, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wanted = wanted
        either = len(wanted.ways) > 1
        self.fields["name"] = _name()
        if wanted.language:
            self.fields["language"] = _language()
        for way in wanted.ways:
            self.fields[way.value] = WAYS[way](either)

    def clean(self) -> dict[str, Any]:
        """The answers; where either of two ways will do, one of them must be there."""
        answers = super().clean() or {}
        ways = [way.value for way in self.wanted.ways]
        if len(ways) > 1 and not any(answers.get(way) or way in self.errors for way in ways):
            self.add_error(ways[0], _("Enter an email address or a postal address"))
        return answers


class Answer(Form):
    """What came of a request."""

    state = OneOf(
        asks=_("What came of it?"),
        called=_("what came of it"),
        why=_("It then leaves the list"),
        choices=[(State.SENT.value, _("We sent it")), (State.REFUSED.value, _("It cannot be done"))],
    )
    reason = LongText(
        asks=_("Why can it not be done?"),
        called=_("why it cannot be done"),
        hint=_("Only where it cannot be done. Tell the person too"),
        why=_("A refusal without a reason helps nobody"),
        optional=True,
        at_most=LONGEST,
        rows=3,
    )

    def clean(self) -> dict[str, Any]:
        """The answers; a refusal has its reason, and nothing else has one."""
        answers = super().clean() or {}
        if answers.get("state") == State.REFUSED and not answers.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Enter why it cannot be done"))
        if answers.get("state") == State.SENT:
            answers["reason"] = ""
        return answers


def _name() -> Text:
    return Text(
        asks=_("What is your name?"), called=_("your name"), why=_("So that it reaches you"), autocomplete="name"
    )


def _language() -> Text:
    return Text(
        asks=_("Which language?"), called=_("the language"), why=_("We have it translated"), at_most=100, width=20
    )


def _email(either: bool) -> Email:
    hint = _("Enter this or a postal address") if either else ""
    return Email(
        asks=_("What is your email address?"),
        called=_("your email address"),
        why=_("We send it there"),
        hint=hint,
        optional=either,
    )


def _address(either: bool) -> LongText:
    return LongText(
        asks=_("What is your postal address?"),
        called=_("your postal address"),
        why=_("We send it there"),
        optional=either,
        at_most=LONGEST,
        rows=4,
    )


def _phone(either: bool) -> Text:
    return Text(
        asks=_("What is your phone number?"),
        called=_("your phone number"),
        why=_("We ring you"),
        optional=either,
        at_most=50,
        width=20,
        autocomplete="tel",
    )


WAYS = {Way.EMAIL: _email, Way.POST: _address, Way.PHONE: _phone}
