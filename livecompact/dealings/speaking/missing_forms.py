"""The forms by which something is said to be missing, and by which the body answers."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.dealings.models import LONGEST_ABOUT, LONGEST_TITLE, Dealing
from livecompact.dealings.public.facts_said import capital
from livecompact.dealings.publishing.forms import WebAddress, whose
from livecompact.frame.day import Day
from livecompact.frame.fields import LongText, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.kinds import KINDS
from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.register.models import Organisation
from livecompact.standards.standard import Side

HERE, WHY_NOT = "here", "why-not"


class SayMissing(Form):
    """What happened, when, whose it was, and where one reads of it."""

    body = OneOf(
        asks=_("Which public body did it?"),
        called=_("the public body"),
        why=_("It is told, and has time to answer"),
        choices=(),
        listed=True,
    )
    kind = OneOf(
        asks=_("What was it?"), called=_("what it was"), why=_("It shows on that list"), choices=(), listed=True
    )
    title = Text(
        asks=_("What is it called?"),
        called=_("what it is called"),
        hint=_("For example, Survey on bus times"),
        why=_("The body must know which one you mean"),
        at_most=LONGEST_TITLE,
    )
    happened_on = Day(
        asks=_("When did it happen?"),
        called=_("the day it happened"),
        hint=_("If it took some time, the day it began"),
        why=_("The body must know which one you mean"),
    )
    url = WebAddress(
        asks=_("Where can one read of it?"),
        called=_("a web address"),
        hint=_("A web address that starts with https://"),
        why=_("Anybody can then see that it happened"),
        optional=True,
    )
    about = LongText(
        asks=_("What else do you know of it?"),
        called=_("what you know of it"),
        hint=_("Leave out the names of people"),
        why=_("It helps the body to find it"),
        optional=True,
        at_most=LONGEST_ABOUT,
        rows=3,
    )

    def __init__(
        self, bodies: Sequence[Organisation], says_as: Sequence[Organisation], today: date, data: Any = None
    ) -> None:
        super().__init__(data)
        self.bodies, self.says_as, self.today = bodies, says_as, today
        kinds = [(each.name, capital(gettext(each.called))) for each in KINDS.values() if _is_bodys(each.acted_by)]
        self.fields["body"].choices += [(each.slug, each.name) for each in bodies]  # type: ignore[attr-defined]
        self.fields["kind"].choices += kinds  # type: ignore[attr-defined]
        self.fields["url"].error_messages["invalid"] = gettext("Enter a web address that starts with https://")
        if len(says_as) > 1:
            self.fields = {"organisation": whose(says_as), **self.fields}

    def clean_happened_on(self) -> date:
        """The day, if it has come."""
        on: date = self.cleaned_data["happened_on"]
        if on > self.today:
            self.add_error("happened_on", gettext("The day it happened must be today or before"))
        return on

    def clean(self) -> dict[str, Any]:
        """What no field sees: that nobody says it of itself."""
        if not self.errors and self.organisation == self.public_body:
            self.add_error("body", gettext("Record it yourself: it is your own organisation’s"))
        return self.cleaned_data

    @property
    def organisation(self) -> Organisation:
        """Who says so."""
        slug = self.cleaned_data.get("organisation")
        return next((each for each in self.says_as if each.slug == slug), self.says_as[0])

    @property
    def public_body(self) -> Organisation:
        """Whose it was."""
        return next(each for each in self.bodies if each.slug == self.cleaned_data["body"])

    @property
    def told(self) -> dict[str, Any]:
        """The rest of what is said."""
        return {name: self.cleaned_data[name] for name in ("kind", "title", "happened_on", "url", "about")}


class AnswerMissing(Form):
    """That it is on the record now, and where; or why it is not."""

    answer = OneOf(
        asks=_("What do you answer?"),
        called=_("what you answer"),
        why=_("Who said it is told"),
        choices=[(HERE, _("It is on the record")), (WHY_NOT, _("It is not, and we say why"))],
    )
    dealing = OneOf(
        asks=_("Which record is it?"),
        called=_("the record"),
        why=_("Who said it can then read it"),
        choices=(),
        optional=True,
        listed=True,
    )
    why_not = LongText(
        asks=_("Why is it not here?"),
        called=_("why it is not here"),
        hint=_("Everyone will be able to read this"),
        why=_("It stands beside what was said"),
        optional=True,
        at_most=2000,
    )

    def __init__(self, could_be: Iterable[Dealing], data: Any = None) -> None:
        super().__init__(data)
        self.could_be = {each.key: each for each in could_be}
        known = [(each.key, each.title) for each in self.could_be.values()]
        self.fields["dealing"].choices += known  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What no field sees: that the answer is given in full."""
        answer = self.cleaned_data.get("answer")
        if answer == HERE and not self.cleaned_data.get("dealing"):
            self.add_error("dealing", gettext("Select the record. If there is none, publish it first"))
        if answer == WHY_NOT and SAYS_NOTHING.fullmatch(self.cleaned_data.get("why_not", "")):
            self.add_error("why_not", gettext("Enter why it is not here"))
        return self.cleaned_data

    @property
    def record(self) -> Dealing | None:
        """The record that it is, if it is one."""
        chosen = self.cleaned_data["answer"] == HERE
        return self.could_be[self.cleaned_data["dealing"]] if chosen else None


def _is_bodys(side: Side) -> bool:
    return side is not Side.VOLUNTARY
