"""The officer's questions: each act on an organisation or its sign-up asks what it needs, and no more."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livecompact.frame.day import Day
from livecompact.frame.fields import Email, LongText, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.register.identifiers import SCHEMES, NoIdentifier, read_number
from livecompact.register.models import How, Kind, Size
from livecompact.register.postcodes import tidy_postcode

PUBLIC_WHY = _("It shows in public")
YES_NO = [("yes", _("Yes")), ("no", _("No"))]


def web_address(written: str) -> str:
    """A web address with its scheme; nothing stays nothing. ValidationError where it is none."""
    if not written:
        return ""
    try:
        return str(forms.URLField(assume_scheme="https").clean(written))
    except forms.ValidationError as wrong:
        raise forms.ValidationError(_("Enter a web address like https://www.example.org")) from wrong


class ActForm(Form):
    """What every act carries along: which state of the sign-up its writer saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class Answer(ActForm):
    """What an officer says of a sign-up."""

    answer = OneOf(
        asks=_("What is your answer?"),
        called=_("your answer"),
        why=_("The organisation is told"),
        choices=[
            ("approve", _("Yes, put it on the list")),
            ("ask", _("Ask the organisation something first")),
            ("decline", _("Decline")),
        ],
    )
    reason = LongText(
        asks=_("Your question, or your reason"),
        called=_("your question or your reason"),
        why=_("The organisation reads it"),
        hint=_("Leave it empty if you say yes"),
        optional=True,
        at_most=400,  # it goes by mail, and a mail has at most 120 words
    )

    def clean(self) -> dict[str, Any]:
        """Asking and declining need words."""
        told = super().clean() or {}
        if told.get("answer") in ("ask", "decline") and not told.get("reason"):
            self.add_error("reason", _("Enter your question or your reason"))
        return told


class Answered(ActForm):
    """What the organisation answered to the officer's question."""

    says = LongText(asks=_("What did it answer?"), called=_("its answer"), why=_("You decide by it"), at_most=1000)


class Details(ActForm):
    """What is known of an organisation."""

    name = Text(asks=_("Name"), called=_("the organisation's name"), why=PUBLIC_WHY)
    kind = OneOf(
        asks=_("What is it?"),
        called=_("what the organisation is"),
        why=_("It decides which promises bind it"),
        choices=Kind.choices,
        listed=True,
    )
    postcode = Text(
        asks=_("Postcode"),
        called=_("the postcode"),
        why=_("It tells two organisations of one name apart"),
        hint=_("Only its first part shows in public"),
        optional=True,
        width=10,
    )
    website = Text(asks=_("Website"), called=_("the web address"), why=PUBLIC_WHY, optional=True, at_most=300)
    size = OneOf(
        asks=_("How much money has it in a year?"),
        called=_("how much money it has in a year"),
        why=_("Small groups are asked for less"),
        choices=[choice for choice in Size.choices if choice[0]],
        optional=True,
        listed=True,
    )

    def clean_postcode(self) -> str:
        """A whole postcode, or none."""
        written = str(self.cleaned_data["postcode"])
        if written and not tidy_postcode(written):
            raise forms.ValidationError(_("Enter a full postcode, like SG6 2JF"))
        return tidy_postcode(written)

    def clean_website(self) -> str:
        """A web address with its scheme."""
        return web_address(self.cleaned_data["website"])


class Number(ActForm):
    """A number of the organisation in a list."""

    scheme = OneOf(
        asks=_("Which list is the number from?"),
        called=_("the list"),
        why=_("Two lists may have the same number"),
        choices=[(scheme.code, scheme.name) for scheme in SCHEMES],
        listed=True,
    )
    number = Text(asks=_("Number"), called=_("the number"), why=_("It tells the organisation from others"), width=20)

    def clean(self) -> dict[str, Any]:
        """The number as its list prints it."""
        told = super().clean() or {}
        if told.get("scheme") and told.get("number"):
            try:
                told["identifier"] = read_number(told["scheme"], told["number"])
            except NoIdentifier as wrong:
                self.add_error("number", str(wrong))
        return told


class Contact(ActForm):
    """Whom to ask about a promise, and who is the champion: roles only."""

    champion = Text(
        asks=_("Compact champion"),
        called=_("the champion's role"),
        why=PUBLIC_WHY,
        hint=_("A role, not a name. For example, community manager"),
        optional=True,
    )
    contact_role = Text(
        asks=_("Who answers questions about a promise?"),
        called=_("the role"),
        why=_("People ask there first"),
        hint=_("A role, not a name"),
        optional=True,
    )
    contact_email = Email(
        asks=_("Email address for that"),
        called=_("the email address"),
        why=_("People write to it"),
        optional=True,
    )
    contact_shown = OneOf(
        asks=_("May this address be public?"),
        called=_("whether the address may be public"),
        why=_("Show only the address of a role"),
        choices=YES_NO,
    )


class Ending(ActForm):
    """How it ended, and when."""

    how = OneOf(
        asks=_("What happened?"),
        called=_("what happened"),
        why=_("It shows in public"),
        choices=[
            ("left", _("It left")),
            ("lapsed", _("It did not renew")),
            ("dissolved", _("The organisation closed")),
            ("removed", _("The register removed it")),
        ],
    )
    last_day = Day(asks=_("What was its last day?"), called=_("the last day"), why=_("It is bound up to that day"))
    reason = LongText(asks=_("Why?"), called=_("why it ended"), why=PUBLIC_WHY, at_most=1000, rows=3)


class Following(ActForm):
    """Which organisation it became, or became part of."""

    after = Text(
        asks=_("Which organisation did it become, or become part of?"),
        called=_("the other organisation"),
        why=_("What was signed goes with it"),
        hint=_("Its name or number. If it is not here yet, add it first"),
    )
    on = Day(asks=_("From which day?"), called=_("the day"), why=_("The other is bound from that day"))
    note = Text(asks=_("Note"), called=_("the note"), why=PUBLIC_WHY, optional=True, at_most=300)


class Renewing(ActForm):
    """That the organisation stands by it for another year."""

    renewed_on = Day(asks=_("When did it say so?"), called=_("the day it renewed"), why=_("A year is counted from it"))


class Adding(Details):
    """An organisation that signed on paper or by phone."""

    how = OneOf(
        asks=_("How did it sign?"),
        called=_("how it signed"),
        why=_("It stays with the sign-up"),
        choices=[(How.PAPER.value, How.PAPER.label), (How.PHONE.value, How.PHONE.label)],
    )
    org_id = Text(
        asks=_("Number"),
        called=_("the number"),
        why=_("It tells the organisation from others"),
        hint=_("A charity number, or an org-id like GB-COH-01234567"),
        optional=True,
    )
    signed_on = Day(asks=_("When did it sign?"), called=_("the day it signed"), why=_("It is bound from that day"))
    signer = Text(asks=_("Who signed?"), called=_("the name of who signed"), why=_("It never shows in public"))
    role = Text(asks=_("What is their role?"), called=_("their role"), why=_("It shows that they may sign"))
    authority = Text(
        asks=_("Who agreed that it signs?"),
        called=_("who agreed"),
        why=PUBLIC_WHY,
        hint=_("For example, the trustees on 3 March 2027"),
        optional=True,
        at_most=300,
    )
    champion = Text(
        asks=_("Compact champion"),
        called=_("the champion's role"),
        why=PUBLIC_WHY,
        hint=_("A role, not a name"),
        optional=True,
    )
