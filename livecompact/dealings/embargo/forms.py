"""The forms of a change of funding: whose it is, and who can see it when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.agreements.bodies import folded_name
from livecompact.checks.journeys.questions import Say
from livecompact.checks.results import facts_judged
from livecompact.checks.walking import Walk
from livecompact.dealings.actions import Told
from livecompact.dealings.actions.answering_early import names_its_group
from livecompact.dealings.models import Dealing, Reply
from livecompact.dealings.publishing.forms import chosen, whose
from livecompact.dealings.queries import group_named
from livecompact.dealings.told_days import Days
from livecompact.frame.dates import long_date
from livecompact.frame.day import Day, WrongBox
from livecompact.frame.fields import LongText, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.register.models import Organisation

TELL, PRIVATE = "tell", "private"


class DescribeChange(Form):
    """Whose funding it is, and what everyone calls the group until it agrees to show its name.

    `known` is the group, where an agreement on record says so.
    """

    towards = Text(
        asks=_("Which organisation is it?"),
        called=_("the name of the organisation"),
        hint=_("Its name or its charity number"),
        why=_("It is told before anybody else"),
        at_most=150,
    )
    towards_called = Text(
        asks=_("What shall we call it until it agrees to show its name?"),
        called=_("what we shall call it"),
        hint=_("For example, a carers’ group"),
        why=_("Nobody reads its name before it agrees"),
        at_most=100,
    )

    def __init__(
        self,
        walk: Walk,
        organisations: Sequence[Organisation],
        data: Any = None,
        initial: Any = None,
        ends: Dealing | None = None,
    ) -> None:
        super().__init__(data, initial={"towards_called": gettext("a voluntary group"), **(initial or {})})
        self.walk, self.ends = walk, ends
        self.organisations = [each for each in organisations if ends is None or each == ends.organisation]
        self.known = ends.towards if ends else None
        if self.known:
            del self.fields["towards"]
        if len(self.organisations) > 1:
            self.fields = {"organisation": whose(self.organisations), **self.fields}

    @property
    def organisation(self) -> Organisation:
        """Who changes it."""
        return chosen(self, self.organisations)

    def clean(self) -> dict[str, Any]:
        """What no field sees: a name that stands in the words that everyone will read."""
        for name in filter(None, (self._said_name(), self.known.name if self.known else "", self._found_name())):
            if self._stands_in_words(name):
                field = "towards" if "towards" in self.fields else "towards_called"
                self.add_error(field, gettext("Take the group’s name out of your reasons. Everyone will read them"))
                break
        if self._found() == self.organisation and "towards" in self.fields:
            self.add_error("towards", gettext("Enter another organisation: this one acts itself"))
        return self.cleaned_data

    def told(self) -> Told:
        """What is said of the change, under a title that names nobody."""
        facts = facts_judged(self.walk)
        return Told(
            kind=self.walk.journey.kind.name,
            title=_title(str(facts["change"])),
            facts=facts,
            towards=self._found(),
            towards_named=False,
            towards_called=self.cleaned_data["towards_called"],
            follows=self.ends,
        )

    def _found(self) -> Organisation | None:
        return self.known or (group_named(self._said_name()) if self._said_name() else None)

    def _found_name(self) -> str:
        found = self._found()
        return found.name if found else ""

    def _said_name(self) -> str:
        said = str(self.cleaned_data.get("towards", ""))
        return "" if said.isdecimal() else said

    def _stands_in_words(self, name: str) -> bool:
        said = [answer for question, answer in self.walk.answers.answered() if isinstance(question, Say)]
        folded = folded_name(name)
        texts = [*said, str(self.cleaned_data.get("towards_called", ""))]
        return bool(folded) and any(folded in folded_name(text) for text in texts)


class AnswerEarly(Form):
    """What a group says to a change before it is public."""

    text = LongText(
        asks=_("What do you want to say?"),
        called=_("what you want to say"),
        hint=_("What it means for the people you help, for example"),
        why=_("It stands beside the change from its first public day"),
        at_most=2000,
    )

    def __init__(self, dealing: Dealing, before: Reply | None, data: Any = None) -> None:
        super().__init__(data, initial={"text": before.text} if before else None)
        self.dealing = dealing

    def clean_text(self) -> str:
        """The words, if they are some, and name nobody who does not want to be named yet."""
        said = str(self.cleaned_data["text"])
        if SAYS_NOTHING.fullmatch(said):
            self.add_error("text", gettext("Enter what you want to say"))
        if names_its_group(self.dealing, said):
            self.add_error("text", gettext("Take your group’s name out. Or let the page show it first"))
        return said


def _title(change: str) -> str:
    """What a change is called in public: it names nobody."""
    return {
        "reduced": gettext("Support of a group goes down"),
        "ended": gettext("Support of a group ends early"),
        "not renewed": gettext("Support of a group is not renewed"),
        "changed": gettext("Support of a group changes"),
    }[change]


class WhoSees(Form):
    """Who can see a change, and from which day."""

    sees = OneOf(
        asks=_("Who can see this?"),
        called=_("who can see this"),
        why=_("A group hears of its own cut before anybody else"),
        choices=(),
    )
    public_on = Day(
        asks=_("On which day will it be public?"),
        called=_("the day it will be public"),
        why=_("Leave it empty for the last day"),
        optional=True,
    )

    def __init__(self, days: Days, data: Any = None) -> None:
        super().__init__(data)
        self.days = days
        words = {"told": long_date(days.told_on), "first": long_date(days.earliest), "last": long_date(days.latest)}
        self.fields["sees"].choices = [  # type: ignore[attr-defined]
            (TELL, gettext("Publish when the letter has gone, on %(told)s") % words),
            (PRIVATE, gettext("Keep private for now")),
        ]
        self.fields["sees"].error_messages["required"] = gettext("Select who can see this")
        self.fields["public_on"].help_text = (
            gettext("From %(first)s to %(last)s. Leave it empty for the last day, or the day on which the group agrees")
            % words
        )

    @property
    def tells(self) -> bool:
        """Whether the group is to be told."""
        return bool(self.cleaned_data["sees"] == TELL)

    def clean_public_on(self) -> date | None:
        """A day on which it can be public: the group is told first, and it is not held back for long."""
        day: date | None = self.cleaned_data["public_on"]
        if day and not self.days.earliest <= day <= self.days.latest:
            words = {"first": long_date(self.days.earliest), "last": long_date(self.days.latest)}
            said = gettext("The group is told first. Enter a day from %(first)s to %(last)s") % words
            self.add_error("public_on", WrongBox(said))
        return day
