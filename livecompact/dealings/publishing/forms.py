"""The forms of publishing and of what comes after."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.checks.results import facts_judged
from livecompact.checks.walking import Walk
from livecompact.dealings.actions import Told
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.models import LONGEST_ABOUT, LONGEST_TITLE, Explanation, Says
from livecompact.dealings.queries import group_named
from livecompact.frame.day import Day
from livecompact.frame.fields import LongText, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.register.models import Organisation

LONGEST_REASON = 2000
WEB = ("https://", "http://")


class WebAddress(Text):
    """A web address in full; nothing ever fetches it."""

    def clean(self, value: Any) -> str:
        """The address, where it is one."""
        said = str(super().clean(value)).strip()
        if any(map(str.isspace, said)):
            raise ValidationError(
                gettext("Enter one web address, without spaces. In an address a space is %20"), "space"
            )
        if said and not (said.startswith(WEB) and "." in said):
            raise ValidationError(self.error_messages["invalid"], "address")
        return said


class Describe(Form):
    """What a plan is called, where it is, what it is about, whom it concerns; and whose it is, where that is open."""

    title = Text(
        asks=_("What is it called?"),
        called=_("a title"),
        why=_("People find it by this name"),
        at_most=LONGEST_TITLE,
    )
    towards = Text(
        asks=_("Which group gets it?"),
        called=_("the name of the group"),
        hint=_("Its name or its charity number"),
        why=_("It shows on the page, and the group can find it"),
        at_most=100,
        optional=True,
    )
    url = WebAddress(
        asks=_("Where can people read more?"),
        called=_("a web address"),
        hint=_("A web address that starts with https://"),
        why=_("Its page leads there"),
        optional=True,
    )
    about = LongText(
        asks=_("In two sentences, what is it about?"),
        called=_("what it is about"),
        why=_("People see at once if it matters to them"),
        at_most=LONGEST_ABOUT,
        rows=4,
    )

    def __init__(
        self, walk: Walk, organisations: Sequence[Organisation], data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.walk, self.organisations = walk, organisations
        if walk.journey.kind.name == "consultation":
            self.fields["url"].label = gettext("Where can people take part or read more?")
            self.fields["about"].label = gettext("In two sentences, what do you want to know?")
            self.fields["about"].error_messages["required"] = gettext("Enter what you want to know")
        if not walk.journey.kind.partner or walk.answers.facts()["refused"] is True:
            del self.fields["towards"]  # nobody is named as refused
        self.fields["title"].error_messages["max_length"] = gettext("Title must be %(most)s characters or less") % {
            "most": LONGEST_TITLE
        }
        self.fields["url"].error_messages["invalid"] = gettext("Enter a web address that starts with https://")
        if len(organisations) > 1:
            self.fields = {"organisation": whose(organisations), **self.fields}

    @property
    def organisation(self) -> Organisation:
        """Whose it is."""
        return chosen(self, self.organisations)

    def told(self) -> Told:
        """What is said of it, with the facts that the check was answered with."""
        said = self.cleaned_data
        whom = str(said.get("towards", ""))
        group = group_named(whom) if whom else None
        group = None if group == self.organisation else group
        return Told(
            kind=self.walk.journey.kind.name,
            title=said["title"],
            facts=facts_judged(self.walk),
            about=said["about"],
            url=said["url"],
            towards=group,
            towards_called="" if group else whom,
        )


class Explain(Form):
    """The four parts of an explanation, of one check."""

    check = OneOf(
        asks=_("Which check is it about?"), called=_("the check"), why=_("A reason is of one check"), choices=()
    )
    context = LongText(
        asks=_("What happened?"),
        called=_("what happened"),
        hint=_("Say what led to it"),
        why=_("People need to know what led to it"),
        at_most=LONGEST_REASON,
    )
    reason = LongText(
        asks=_("What is the reason in this case?"),
        called=_("the reason in this case"),
        hint=_("Everyone will be able to read this"),
        why=_("The same words for every case are no reason"),
        at_most=LONGEST_REASON,
    )
    instead = LongText(
        asks=_("What do you do instead?"),
        called=_("what you do instead"),
        hint=_("If nothing, say so"),
        why=_("People want to know what they get in its place"),
        at_most=LONGEST_REASON,
    )
    until = Day(
        asks=_("Until when?"),
        called=_("the day until which it is so"),
        hint=_("Leave it empty if there is no such day"),
        why=_("People want to know when it ends"),
        optional=True,
    )

    def __init__(self, checks: Iterable[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.checks = dict(checks)
        self.fields["check"].choices = list(self.checks.items())  # type: ignore[attr-defined]

    @property
    def only(self) -> tuple[str, str] | None:
        """The one check that it can be about, by its code and what it asks: nothing is to choose."""
        return next(iter(self.checks.items())) if len(self.checks) == 1 and "check" not in self.errors else None

    def clean(self) -> dict[str, Any]:
        """What no field sees: that a full stop is no reason."""
        for name in ("context", "reason", "instead"):
            said = self.cleaned_data.get(name)
            if said and SAYS_NOTHING.fullmatch(said):
                self.add_error(name, gettext("Enter some words"))
        return self.cleaned_data

    @property
    def parts(self) -> Parts:
        """The parts as they were written."""
        return Parts(**{name: self.cleaned_data[name] for name in ("context", "reason", "instead", "until")})


class Answer(Form):
    """A reply, or that a reason does not say why."""

    says = OneOf(
        asks=_("What do you want to say?"), called=_("what you want to say"), why=_("It shows beside it"), choices=()
    )
    text = LongText(
        asks=_("Your reply"),
        called=_("your reply"),
        hint=_("Everyone will be able to read this"),
        why=_("It shows on the page"),
        optional=True,
        at_most=LONGEST_REASON,
    )

    def __init__(
        self, organisations: Sequence[Organisation], explanations: Sequence[Explanation], data: Any = None
    ) -> None:
        super().__init__(data)
        self.organisations = organisations
        # Named by its check: the number of its row would tell how many reasons there are that nobody may read.
        self.explanations = {f"{each.compact_id}.{each.standard}": each for each in explanations}
        self.fields["says"].choices = [  # type: ignore[attr-defined]
            ("reply", gettext("We reply")),
            *((name, _not_why(each)) for name, each in self.explanations.items()),
        ]
        if len(organisations) > 1:
            self.fields = {"organisation": whose(organisations), **self.fields}

    def clean(self) -> dict[str, Any]:
        """What no field sees: that a reply has words."""
        if self.cleaned_data.get("says") == "reply" and SAYS_NOTHING.fullmatch(self.cleaned_data.get("text", "")):
            self.add_error("text", gettext("Enter your reply"))
        return self.cleaned_data

    @property
    def organisation(self) -> Organisation:
        """Who replies."""
        return chosen(self, self.organisations)

    @property
    def explanation(self) -> Explanation | None:
        """The reason that does not say why, if it is that."""
        return self.explanations.get(self.cleaned_data["says"])

    @property
    def kind(self) -> Says:
        """What the reply comes to."""
        return Says.NO_REASON if self.explanation else Says.REPLY


class Withdraw(Form):
    """Why a record is taken down."""

    reason = LongText(
        asks=_("Why is it withdrawn?"),
        called=_("why it is withdrawn"),
        hint=_("Everyone who opens its address will read this"),
        why=_("Nothing public goes without a reason"),
        at_most=500,
    )

    def clean_reason(self) -> str:
        """The reason, if it has words."""
        said = str(self.cleaned_data["reason"])
        if SAYS_NOTHING.fullmatch(said):
            self.add_error("reason", gettext("Enter why it is withdrawn"))
        return said


class Reached(Form):
    """The day on which the organisation was told."""

    on = Day(
        asks=_("When did you tell the organisation?"),
        called=_("the day you told them"),
        hint=_("The day on which its contact had your email, letter or call"),
        why=_("Its time to say why begins on that day"),
    )

    def __init__(self, today: date, data: Any = None) -> None:
        super().__init__(data)
        self.today = today

    def clean_on(self) -> date:
        """The day, if it has come."""
        on: date = self.cleaned_data["on"]
        if on > self.today:
            self.add_error("on", gettext("The day you told them must be today or before"))
        return on


def whose(organisations: Sequence[Organisation]) -> OneOf:
    """The question in whose name one acts."""
    return OneOf(
        asks=_("Which organisation is it for?"),
        called=_("the organisation"),
        why=_("An organisation acts, a person only in its name"),
        choices=[(each.slug, each.name) for each in organisations],
        listed=True,
    )


def chosen(form: Form, organisations: Sequence[Organisation]) -> Organisation:
    """The organisation that was chosen; the only one where there was no choice."""
    slug = form.cleaned_data.get("organisation")
    return next((each for each in organisations if each.slug == slug), organisations[0])


def _not_why(explanation: Explanation) -> str:
    start = " ".join(explanation.reason.split())[:60]
    return gettext("This does not say why: “%(start)s”") % {"start": start}
