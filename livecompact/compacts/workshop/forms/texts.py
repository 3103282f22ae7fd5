"""The questions about a text: its editions, its promises, its official words, its files."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from livecompact.agreements import Edition, Undertaking
from livecompact.agreements.plainness import word_count
from livecompact.agreements.rules.promises import LONGEST_NAME
from livecompact.compacts.workshop.forms.base import OnDraft, choose, is_name, is_slug, unbroken
from livecompact.frame.day import Day
from livecompact.frame.fields import File, LongText, OneOf, Text
from livecompact.standards.standard import Side

BINDS = [
    (Side.STATUTORY.value, _("Public bodies")),
    (Side.VOLUNTARY.value, _("Voluntary and community groups")),
    (Side.JOINT.value, _("Both sides")),
]

NO_WORDS = _("The file has no official words yet. Put some between its quotation marks")
TOO_DEEP = _("The lists in this file lie too deep inside each other")


class NewEdition(OnDraft):
    """What a new edition is called, and when it begins."""

    edition = Text(
        asks=_("Short name, as in its address"),
        called=_("the short name"),
        why=_("The edition is known by it for good"),
        hint=_("For example, the year"),
        width=10,
        at_most=40,
    )
    name = Text(
        asks=_("Its name"),
        called=_("its name"),
        why=_("It stands over each page"),
        hint=_("For example, The 2027 edition"),
    )
    starts = Day(
        asks=_("When does it begin?"),
        called=_("the day it begins"),
        why=_("What is done from then on is checked against it"),
    )
    note = LongText(
        asks=_("Anything to say of it"), called=_("the note"), why=_("Everyone can read it"), optional=True, rows=3
    )

    def __init__(self, *args: Any, taken: Iterable[str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.taken = set(taken)

    def clean_edition(self) -> str:
        """The short name, which goes into addresses and names a folder."""
        edition = str(self.cleaned_data["edition"])
        if not is_name(edition):
            raise ValidationError(_("Enter the short name in small letters, numbers and hyphens, like 2027"))
        if edition in self.taken:
            raise ValidationError(_("Enter another short name: there is an edition of this one"))
        return edition


class Days(OnDraft):
    """The days of an edition; those that are not known stay empty."""

    starts = Day(
        asks=_("When did it begin?"),
        called=_("the day it began"),
        why=_("What was done before is not checked"),
        optional=True,
    )
    until = Day(
        asks=_("When does it end?"),
        called=_("the day it ends"),
        why=_("What is done later is not checked"),
        optional=True,
    )
    review_by = Day(
        asks=_("By when is it looked at again?"),
        called=_("the day of the review"),
        why=_("Everyone can see when"),
        optional=True,
    )
    note = LongText(
        asks=_("Anything to say of it"), called=_("the note"), why=_("Everyone can read it"), optional=True, rows=3
    )

    def clean(self) -> dict[str, Any]:
        """The days, in order."""
        data = super().clean() or {}
        starts = data.get("starts")
        for name, says in (("until", ENDS), ("review_by", REVIEWED)):
            if starts and data.get(name) and data[name] < starts:
                self.add_error(name, says)
        return data


ENDS = _("The day it ends must be after the day it began")
REVIEWED = _("The day of the review must be after the day it began")


class Promise(OnDraft):
    """One promise of an edition that is not published."""

    number = Text(
        asks=_("Number"), called=_("the number"), why=_("People quote it by its number"), width=10, at_most=20
    )
    name = Text(
        asks=_("Name"), called=_("the name"), why=_("It stands over its page"), hint=_("At most 5 words"), at_most=80
    )
    id = Text(
        asks=_("Name in its address"),
        called=_("the name in its address"),
        why=_("Its page can be found by it"),
        hint=_("Small letters, with hyphens between words"),
        at_most=60,
    )
    section = OneOf(asks=_("Section"), called=_("the section"), why=_("It is listed there"), choices=[], listed=True)
    binds = OneOf(asks=_("Who does it bind?"), called=_("who it binds"), why=_("Only they are checked"), choices=BINDS)
    wording = LongText(
        asks=_("The promise, in our words"),
        called=_("the promise"),
        why=_("It stands on its page"),
        hint=_("Keep words such as “where possible”"),
    )
    plain = LongText(
        asks=_("In plain words"),
        called=_("the plain words"),
        why=_("Most people read these only"),
        hint=_("Short sentences, at most 25 words each"),
        rows=3,
    )
    way_out = LongText(
        asks=_("Words of the text that allow less"),
        called=_("the words that allow less"),
        why=_("Only where there are some does a reason excuse"),
        hint=_("One on each line, as they stand in the text"),
        optional=True,
        rows=3,
    )
    shown_by = LongText(
        asks=_("What is recorded"), called=_("what is recorded"), why=_("People can see how it is kept in view"), rows=2
    )
    note = LongText(
        asks=_("Anything to add"), called=_("the note"), why=_("Everyone can read it"), optional=True, rows=2
    )

    def __init__(self, *args: Any, edition: Edition, former: Undertaking | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        choices = [
            (each.id, f"{each.id} {each.title}" if each.id[:1].isdigit() else each.title) for each in edition.sections
        ]
        choose(self, "section", choices)
        others = [each for each in edition.undertakings if former is None or each.id != former.id]
        self.numbers = {each.number.casefold() for each in others}
        self.ids = {each.id for each in others}

    def clean_number(self) -> str:
        """The number, which no other has."""
        number = str(self.cleaned_data["number"])
        if number.casefold() in self.numbers:
            raise ValidationError(_("Enter another number: a promise has this one"))
        return number

    def clean_id(self) -> str:
        """The name in its address, which no other has."""
        name = str(self.cleaned_data["id"])
        if not is_slug(name):
            raise ValidationError(_("Enter the name in its address in small letters and hyphens, like time-to-answer"))
        if name in self.ids:
            raise ValidationError(_("Enter another name in its address: a promise has this one"))
        return name

    def clean_name(self) -> str:
        """The name, which is short."""
        name = str(self.cleaned_data["name"])
        if word_count(name) > LONGEST_NAME:
            raise ValidationError(_("Shorten the name to 5 words or fewer"))
        return name

    @property
    def values(self) -> dict[str, Any]:
        """The answers as the format has them."""
        data = {
            name: unbroken(value) for name, value in self.cleaned_data.items() if name not in ("based_on", "way_out")
        }
        return data | {
            "way_out": [line.strip() for line in unbroken(self.cleaned_data["way_out"]).split("\n") if line.strip()]
        }


class Official(OnDraft):
    """The official words of one promise."""

    words = LongText(
        asks=_("The official words"),
        called=_("the official words"),
        why=_("They are what counts, and stand first"),
        optional=True,
        rows=8,
    )


class WordingFile(OnDraft):
    """A file with the official words of many promises."""

    file = File(
        asks=_("Your file"),
        called=_("the file"),
        why=_("It is quicker than typing each"),
        endings=(".toml", ".txt"),
        megabytes=1,
    )


class WholeFile(OnDraft):
    """A whole file of the agreement as text."""

    text = LongText(
        asks=_("The file"), called=_("the file"), why=_("It is read as it stands here"), rows=25, at_most=300_000
    )
    text.widget.attrs["class"] = "compacts-code"
    text.widget.attrs |= {"spellcheck": "false", "translate": "no"}
