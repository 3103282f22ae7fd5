"""What several pages hold: a line of a list, whom a promise binds, and a date that may not be known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from livecompact.agreements import Edition, Undertaking
from livecompact.agreements.agreement import Section
from livecompact.compacts.queries import Published
from livecompact.frame.addresses import address_of_route
from livecompact.standards.standard import Side


@dataclass(frozen=True)
class Link:
    """Words that lead to an address."""

    text: str
    address: str


@dataclass(frozen=True)
class PromiseLine:
    """A promise as a line of a list. `number` is empty where the text prints none."""

    number: str
    id: str
    name: str
    plain: str
    binds: str
    address: str


@dataclass(frozen=True)
class Topic:
    """A topic in plain words, and where its promises are."""

    id: str
    name: str
    says: tuple[str, ...]
    address: str
    count: int


@dataclass(frozen=True)
class SectionLines:
    """A section of the text with its promises."""

    id: str
    title: str
    says: str
    address: str
    promises: tuple[PromiseLine, ...]


def address(route: str, compact: Published, **parts: str) -> str:
    """The address of a page of a Compact."""
    return address_of_route(route, compact=compact.id, **parts)


def printed(undertaking: Undertaking) -> str:
    """The number that the text itself prints; empty where the number is only ours ("D-S-POL-2")."""
    return undertaking.number if undertaking.number[:1].isdigit() else ""


def own_name(undertaking: Undertaking) -> str:
    """What a promise is called in its address: the printed number, "2.4", or its id, "eight-weeks-to-answer"."""
    return printed(undertaking) or undertaking.id


def promise_address(compact: Published, undertaking: Undertaking) -> str:
    """Where a promise of the edition in force is read."""
    return address("promise", compact, promise=own_name(undertaking))


def binds(undertaking: Undertaking) -> str:
    """Whom it binds, in two or three words."""
    return {Side.STATUTORY: _("Public bodies"), Side.VOLUNTARY: _("Groups"), Side.JOINT: _("Both sides")}[
        undertaking.binds
    ]


def line(compact: Published, undertaking: Undertaking) -> PromiseLine:
    """A promise as a line of a list."""
    return PromiseLine(
        number=printed(undertaking),
        id=undertaking.id,
        name=undertaking.name,
        plain=undertaking.plain,
        binds=binds(undertaking),
        address=promise_address(compact, undertaking),
    )


def topics(compact: Published) -> tuple[Topic, ...]:
    """The topics of the edition in force, in the order in which its text comes to them."""
    found: dict[str, list[Section]] = {}
    for section in compact.edition.sections:
        found.setdefault(section.topic, []).append(section)
    return tuple(_topic(compact, name, sections) for name, sections in found.items())


def sections(compact: Published, edition: Edition, topic: str = "") -> tuple[SectionLines, ...]:
    """The sections with their promises, all of them or those of one topic."""
    return tuple(
        section_lines(compact, section, undertakings)
        for section, undertakings in edition.by_section()
        if topic in ("", section.topic)
    )


def section_lines(compact: Published, section: Section, undertakings: Iterable[Undertaking]) -> SectionLines:
    """One section with its promises."""
    return SectionLines(
        id=section.id,
        title=section.title,
        says=section.says,
        address=address("section", compact, section=section.id),
        promises=tuple(line(compact, each) for each in undertakings),
    )


def day_or_not_known(day: date | None) -> date | str:
    """A day, or the words for one that the text does not tell."""
    return _("Not known") if day is None else day


def _topic(compact: Published, topic: str, found: list[Section]) -> Topic:
    ids = {section.id for section in found}
    return Topic(
        id=topic,
        name=found[0].topic_name,
        says=tuple(section.says for section in found),
        address=address("topic", compact, topic=topic),
        count=sum(undertaking.section in ids for undertaking in compact.edition.undertakings),
    )
