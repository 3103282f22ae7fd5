"""The form that records a dealing, made from its kind: what it is called, whom it concerns, then every fact."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.checks.deriving import derived_for
from livecompact.dealings.actions import Told
from livecompact.dealings.models import LONGEST_ABOUT, LONGEST_TITLE, Dealing
from livecompact.dealings.publishing.changing import NAMED_BY, look_at_dates, look_at_numbers
from livecompact.dealings.publishing.fact_fields import field_of, shown_in, value_of
from livecompact.dealings.publishing.folds import Folds
from livecompact.dealings.publishing.forms import WebAddress, whose
from livecompact.dealings.publishing.list_fields import ListFields, lists_of, plain
from livecompact.frame.fields import LongText, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.kinds.consultation import ANSWERS
from livecompact.kinds.kind import Kind
from livecompact.register.models import Organisation
from livecompact.standards.facts import NOT_KNOWN, Fact, Facts

FOLLOWS = frozenset({"over_holidays", *NAMED_BY.values()})
"""Facts that follow from days that are asked for."""


@dataclass(frozen=True)
class May:
    """In whose name somebody may record something, the dealings it may follow, and who bears a name."""

    organisations: Sequence[Organisation]
    earlier: Sequence[Dealing]
    called: Callable[[str], Organisation | None]


class Record(Form):
    """One dealing of a kind."""

    title = Text(
        asks=_("What is it called?"), called=_("a title"), why=_("People find it by this name"), at_most=LONGEST_TITLE
    )
    about = LongText(
        asks=_("What is it about, in two sentences?"),
        called=_("what it is about"),
        why=_("People see at once if it matters to them"),
        optional=True,
        at_most=LONGEST_ABOUT,
        rows=3,
    )
    url = WebAddress(
        asks=_("Where can people read more?"),
        called=_("a web address"),
        hint=_("A web address that starts with https://"),
        why=_("Its page leads there"),
        optional=True,
    )

    def __init__(self, kind: Kind, may: May, data: Any = None, draft: Dealing | None = None) -> None:
        super().__init__(data, initial=_initial(kind, draft))
        self.kind, self.may = kind, may
        self.fields["url"].error_messages["invalid"] = gettext("Enter a web address that starts with https://")
        if len(may.organisations) > 1:
            self.fields = {"organisation": whose(may.organisations), **self.fields}
        if kind.towards:
            self.fields["towards"] = _towards(kind)
        if may.earlier:
            self.fields["follows"] = _follows(may.earlier)
        lists = lists_of(kind, asked(kind))
        for fact in plain(lists, asked(kind)):
            self.fields[fact.name] = field_of(fact, wanted=fact.name == kind.happens_on)
        self.lists, self.folds = ListFields(self, kind, lists, draft.lists if draft else {}), Folds(self, kind)

    def clean(self) -> dict[str, Any]:
        """What no field sees: numbers, dates that contradict each other, and an organisation that names itself."""
        look_at_numbers(self, asked(self.kind))
        self.lists.look_at()
        if not self.errors:
            look_at_dates(self, self.kind, self.facts)
        if self.towards and self.towards.casefold() == self.organisation.name.casefold():
            self.add_error("towards", gettext("Enter another organisation than your own"))
        return self.cleaned_data

    @property
    def organisation(self) -> Organisation:
        """Whose it is."""
        slug, every = self.cleaned_data.get("organisation"), self.may.organisations
        return next((each for each in every if each.slug == slug), every[0])

    @property
    def first_fact(self) -> str:
        """The field at which it turns from what the dealing is called to what happened."""
        return next(name for name in self.fields if name in self.kind.by_name and name not in self.folds.names)

    @property
    def towards(self) -> str:
        """The organisation that it concerns, as it was written."""
        return " ".join(str(self.cleaned_data.get("towards") or "").split())

    @property
    def facts(self) -> Facts:
        """The facts out of the answers, and what follows from them."""
        values = {fact.name: value_of(fact, self.cleaned_data.get(fact.name)) for fact in asked(self.kind)}
        known = {name: value for name, value in values.items() if value is not NOT_KNOWN}
        known |= {flag: True for day, flag in NAMED_BY.items() if isinstance(known.get(day), date)}
        return derived_for(self.kind, Facts({**known, **self.lists.sums}))

    def told(self) -> Told:
        """What is said. An organisation that it concerns is that of the register, if one alone bears the name."""
        said, key = self.cleaned_data, self.cleaned_data.get("follows")
        towards = self.may.called(self.towards) if self.towards else None
        return Told(
            kind=self.kind.name,
            title=said["title"],
            facts=self.facts,
            about=said["about"],
            url=said["url"],
            towards=towards,
            towards_called="" if towards else self.towards,
            follows=next((each for each in self.may.earlier if each.key == key), None),
            lists=self.lists.said,
        )


def asked(kind: Kind) -> tuple[Fact, ...]:
    """The facts of a kind that its form asks for: not those that follow from others or have a page of their own."""
    return tuple(fact for fact in kind.facts if fact.name not in FOLLOWS and fact.name not in ANSWERS)


def _towards(kind: Kind) -> Text:
    return Text(
        asks=_asks_of(kind),
        called=_("the organisation"),
        hint=_("The name of an organisation, never of a person"),
        why=_("Its own page then shows this too"),
        optional=True,
        at_most=100,
    )


def _asks_of(kind: Kind) -> str:
    return gettext("%(whom)s?") % {"whom": gettext(kind.towards)}


def _follows(earlier: Sequence[Dealing]) -> OneOf:
    return OneOf(
        asks=_("What on record does it follow from?"),
        called=_("what it follows from"),
        hint=_("An award follows from a call for bids, a payment from an agreement"),
        why=_("People can then read the whole story in order"),
        choices=[(each.key, each.title) for each in earlier],
        optional=True,
        listed=True,
    )


def _initial(kind: Kind, draft: Dealing | None) -> dict[str, Any]:
    if draft is None:
        return {}
    return {
        "organisation": draft.organisation.slug,
        "title": draft.title,
        "about": draft.about,
        "url": draft.url,
        "towards": draft.towards.name if draft.towards else draft.towards_called,
        "follows": draft.follows.key if draft.follows else "",
        **shown_in(asked(kind), kind.read(draft.facts)),
    }
