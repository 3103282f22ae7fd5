"""An agreement as the program holds it: frozen, whole, and already checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from livecompact.standards.calendar import Calendar
from livecompact.standards.standard import Side, Standard


@dataclass(frozen=True, kw_only=True)
class Area:
    """Where an agreement holds, with the code of the Office for National Statistics (empty where there is none)."""

    name: str
    gss: str = ""


@dataclass(frozen=True, kw_only=True)
class SignedText:
    """The document that was signed: our wording is only a rendering of it."""

    title: str
    publisher: str
    url: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class WhoMaySign:
    """One class of organisation that may adopt the agreement, and the tests for it, if the text has any."""

    id: str
    who: str
    says: str
    tests: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Group:
    """A group that the agreement speaks of; `starts` and `ends` are as the text tells them, or "not known"."""

    id: str
    name: str
    says: str
    state: str
    starts: str
    ends: str


@dataclass(frozen=True, kw_only=True)
class About:
    """One part of what the agreement says of itself: purpose, aims, history and so on."""

    id: str
    title: str
    says: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom to ask, by role; empty until the area fills it in."""

    role: str
    who: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Format:
    """A form in which the agreement can be had."""

    id: str
    name: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Door:
    """A way to raise a concern: who may, about whom, and where it leads."""

    id: str
    who: str
    about: str
    says: str
    route: str


@dataclass(frozen=True, kw_only=True)
class Story:
    """Something that went well, as the text tells it."""

    id: str
    title: str
    says: str
    source: str
    undertakings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Code:
    """A code of practice that belongs to the agreement."""

    id: str
    name: str
    state: str
    since: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of the text (an outcome, say), with a topic in plain words."""

    id: str
    title: str
    topic: str
    topic_name: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Principle:
    """A principle that both sides share, or a challenge that the text names."""

    id: str
    wording: str
    plain: str


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word of the text and what it means."""

    term: str
    means: str
    source: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One Easy Read sentence with its picture."""

    text: str
    picture: str
    hard_word: str = ""


@dataclass(frozen=True, kw_only=True)
class Booklet:
    """One Easy Read booklet; `checked_on` is None until a person with a learning disability has checked it."""

    id: str
    title: str
    statements: tuple[Statement, ...]
    topic: str = ""
    checked_by: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Undertaking:
    """One numbered promise: whom it binds, in our words and in plain ones, and what keeps it.

    `way_out` holds the text's own words by which it allows less; where there are none a reason does not excuse.
    `official` is the agreement's own wording where the area has loaded it.
    """

    number: str
    id: str
    name: str
    section: str
    binds: Side
    wording: str
    plain: str
    checks: tuple[str, ...]
    shown_by: str
    way_out: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    note: str = ""
    part_of: str = ""
    official: str = ""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One text of an agreement. `starts`, `ends` and `review_by` are None where the text does not say."""

    id: str
    name: str
    starts: date | None
    ends: date | None
    review_by: date | None
    note: str
    sections: tuple[Section, ...]
    principles: tuple[Principle, ...]
    challenges: tuple[Principle, ...]
    undertakings: tuple[Undertaking, ...]
    standards: tuple[Standard, ...]
    terms: tuple[Term, ...]
    booklets: tuple[Booklet, ...]

    def undertaking(self, number: str) -> Undertaking:
        """The undertaking of that number, or of that id; KeyError where there is none."""
        for undertaking in self.undertakings:
            if number.lower() in (undertaking.number.lower(), undertaking.id):
                return undertaking
        raise KeyError(number)

    def standards_for(self, kind: str) -> tuple[Standard, ...]:
        """The standards that speak of one kind of dealing."""
        return tuple(standard for standard in self.standards if standard.of == kind)

    def standards_of(self, number: str) -> tuple[Standard, ...]:
        """The standards that test one undertaking."""
        return tuple(standard for standard in self.standards if standard.undertaking == number)

    def by_section(self) -> Iterator[tuple[Section, tuple[Undertaking, ...]]]:
        """Each section with its undertakings, in the order of the text."""
        for section in self.sections:
            yield section, tuple(each for each in self.undertakings if each.section == section.id)


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """A Compact, Accord, Covenant or what else it is called, with every edition, oldest first."""

    id: str
    name: str
    called: str
    area: Area
    calendar: Calendar
    signed_text: SignedText
    editions: tuple[Edition, ...]
    parent: str = ""
    reply_window: str = ""
    other_form_window: str = ""
    who_may_sign: tuple[WhoMaySign, ...] = ()
    groups: tuple[Group, ...] = ()
    about: tuple[About, ...] = ()
    contacts: tuple[Contact, ...] = ()
    formats: tuple[Format, ...] = ()
    concerns: tuple[str, ...] = ()
    doors: tuple[Door, ...] = ()
    stories: tuple[Story, ...] = ()
    codes: tuple[Code, ...] = ()

    @property
    def newest(self) -> Edition:
        """The edition that came last."""
        return self.editions[-1]

    def edition(self, name: str) -> Edition:
        """The edition of that name; KeyError lists those there are, in a sentence."""
        for edition in self.editions:
            if edition.id == name:
                return edition
        there = ", ".join(edition.id for edition in self.editions)
        raise KeyError(f"The {self.name} has no edition “{name}”. Its editions are {there}.")

    def edition_in_force(self, day: date) -> Edition | None:
        """The edition that held on a day; one whose start is not known held until the next one began."""
        begun = [edition for edition in self.editions if edition.starts is None or edition.starts <= day]
        if not begun or (begun[-1].ends is not None and begun[-1].ends < day):
            return None
        return begun[-1]
