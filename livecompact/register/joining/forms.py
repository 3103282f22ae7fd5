"""The questions of a sign-up, one form a page. Each says why it is asked."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from livecompact.frame.day import Day
from livecompact.frame.fields import Code, Email, LongText, OneOf, SomeOf, Text
from livecompact.frame.forms import Form
from livecompact.register.joining.answers import NO, NONE_OF_THESE, OTHER, YES, Answers
from livecompact.register.joining.matches import Match
from livecompact.register.models import KINDS, Backing, Kind, Sector
from livecompact.register.postcodes import tidy_postcode

YES_NO = ((YES, _("Yes")), (NO, _("No")))


class JoinForm(Form):
    """A page of questions; `answers` is what was answered before it."""

    def __init__(self, data: Mapping[str, Any] | None, answers: Answers, shown: tuple[Match, ...] = ()) -> None:
        super().__init__(data, initial=dict(answers.given))
        self.answers = answers
        self.ask(shown)

    def ask(self, shown: tuple[Match, ...]) -> None:
        """Fit the questions to what was answered before."""


class KindForm(JoinForm):
    """What kind of organisation it is."""

    kind = OneOf(
        asks=_("What kind of organisation are you?"),
        called=_("what kind of organisation you are"),
        why=_("Public bodies and groups make different promises; a business can be a Friend"),
        choices=(
            (Sector.VOLUNTARY.value, _("Charity or community group")),
            (Sector.STATUTORY.value, _("Council, NHS, police or other public body")),
            (Sector.BUSINESS.value, _("Business")),
            (OTHER, _("Something else")),
        ),
    )


class TestForm(JoinForm):
    """The glossary's test, for what is something else."""

    __test__ = False  # it is a form, and no test of pytest's

    purpose = OneOf(
        asks=_("Was it set up for a charitable, social or similar purpose?"),
        called=_("yes if it was set up for a charitable, social or similar purpose"),
        why=_("The Compact means groups with such a purpose"),
        choices=YES_NO,
    )
    surplus = OneOf(
        asks=_("Is any money left over used only for that purpose?"),
        called=_("yes if money left over is used only for that purpose"),
        why=_("A group that shares out profit is a business"),
        choices=YES_NO,
    )
    by_law = OneOf(
        asks=_("Is it part of a public body, or was it set up by a law?"),
        called=_("yes if it is part of a public body, or was set up by a law"),
        why=_("Such a body makes the promises of public bodies"),
        choices=YES_NO,
    )


class NameForm(JoinForm):
    """What it is called."""

    name = Text(
        asks=_("What is your organisation called?"),
        called=_("your organisation’s name or charity number"),
        why=_("We look for it, so that you need not type what is known"),
        hint=_("Type its name or its charity number"),
        autocomplete="organization",
    )

    def ask(self, shown: tuple[Match, ...]) -> None:
        """A business is asked in its own words."""
        del shown
        if self.answers.is_friend:
            self.fields["name"] = Text(
                asks=_("What is your business called?"),
                called=_("the name of your business"),
                why=_("The list of Friends shows it"),
                autocomplete="organization",
            )


class MatchForm(JoinForm):
    """Which of those found it is."""

    match = OneOf(
        asks=_("Is this your organisation?"),
        called=_("your organisation, or select ‘None of these’"),
        why=_("We then know its number and its place"),
        choices=(),
    )

    def ask(self, shown: tuple[Match, ...]) -> None:
        """Offer what was found."""
        found = [(each.value, f"{each.name} ({each.says})" if each.says else each.name) for each in shown]
        self.fields["match"].choices = [*found, (NONE_OF_THESE, _("None of these"))]  # type: ignore[attr-defined]


class AboutForm(JoinForm):
    """What we need to know of an organisation that we did not find."""

    called = Text(
        asks=_("Name of the organisation"),
        called=_("the organisation’s name"),
        why=_("The public list shows it"),
        autocomplete="organization",
    )
    sort = OneOf(
        asks=_("What sort of public body is it?"),
        called=_("what sort of public body it is"),
        why=_("The public list can be narrowed to it"),
        choices=[(each.value, each.label) for each in KINDS[Sector.STATUTORY]],
    )
    postcode = Text(
        asks=_("Postcode"),
        called=_("a full postcode, like SG6 2JF"),
        why=_("It tells groups of one name apart"),
        hint=_("We use the postcode to find your district"),
        width=10,
        autocomplete="postal-code",
    )

    def ask(self, shown: tuple[Match, ...]) -> None:
        """Only a public body is asked of what sort it is; the name is there already."""
        del shown
        if self.answers.sector is not Sector.STATUTORY:
            del self.fields["sort"]
        self.initial.setdefault("called", self.answers.get("name"))

    def clean_postcode(self) -> str:
        """The postcode as the post prints it."""
        if tidy := tidy_postcode(self.cleaned_data["postcode"]):
            return tidy
        raise ValidationError(_("Enter a full postcode, like SG6 2JF"))


class AgreedForm(JoinForm):
    """Whether those who decide have agreed."""

    agreed = OneOf(
        asks=_("Have your trustees or committee agreed to sign?"),
        called=_("yes if your trustees or committee have agreed"),
        why=_("The organisation signs, and not one person"),
        choices=((YES, _("Yes")), (NO, _("Not yet"))),
    )

    def ask(self, shown: tuple[Match, ...]) -> None:
        """A public body has other deciders."""
        del shown
        if self.answers.sector is Sector.STATUTORY:
            self.fields["agreed"] = OneOf(
                asks=_("Has your organisation decided to sign?"),
                called=_("yes if your organisation has decided to sign"),
                why=_("The organisation signs, and not one person"),
                hint=_("For example, by its board, its cabinet or an officer who may decide"),
                choices=((YES, _("Yes")), (NO, _("Not yet"))),
            )


class WhoForm(JoinForm):
    """Who signs, and whom to write to."""

    full_name = Text(
        asks=_("Full name"),
        called=_("your full name"),
        why=_("Only the Compact officer sees it"),
        autocomplete="name",
    )
    role = Text(
        asks=_("Your role"),
        called=_("your role"),
        why=_("It shows that you may sign"),
        hint=_("For example, chair, trustee or manager"),
        autocomplete="organization-title",
    )
    contact = Email(
        asks=_("Who should we write to about a promise?"),
        called=_("an email address"),
        why=_("Somebody must hear of it when a promise is in question"),
        hint=_("Leave it empty if it is you"),
        optional=True,
    )

    def ask(self, shown: tuple[Match, ...]) -> None:
        """Nobody writes to a Friend about a promise, since none binds it."""
        del shown
        self.fields["full_name"].widget.attrs |= {"spellcheck": "false"}
        if self.answers.is_friend:
            del self.fields["contact"]


class EmailForm(JoinForm):
    """Where the code goes."""

    email = Email(
        asks=_("What is your email address?"),
        called=_("an email address like name@example.org"),
        why=_("A code shows that it is yours"),
        hint=_("We will send you a code, and news about this sign-up only"),
    )


class CodeForm(JoinForm):
    """The code out of the mail."""

    code = Code(
        asks=_("6-digit code"),
        called=_("the 6-digit code from the email"),
        why=_("It shows that the email address is yours"),
    )


class BackingForm(JoinForm):
    """How a Friend backs the principles."""

    backing = SomeOf(
        asks=_("How will you back the principles?"),
        called=_("how you will back the principles"),
        why=_("The list of Friends shows it"),
        hint=_("Select all that you mean to do"),
        choices=[(each.value, each.label) for each in Backing],
    )
    commitment = LongText(
        asks=_("In your own words"),
        called=_("your own words"),
        why=_("The list of Friends shows it"),
        hint=_("One line that everyone can read"),
        optional=True,
        at_most=300,
        rows=2,
    )


class CheckForm(JoinForm):
    """Nothing more is asked: the button signs."""


class ReminderForm(Form):
    """The day on which somebody wants to come back."""

    on = Day(
        asks=_("Remind me on"),
        called=_("the day on which to come back"),
        why=_("Your calendar then reminds you; we keep nothing"),
        hint=_("For example, 1 3 2027"),
    )


SORT_OF_GROUP = Kind.GROUP
"""What a group is taken for that is in no register; an officer can correct it."""
