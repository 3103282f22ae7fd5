"""The pages that lead to promises: the list of Compacts, the home of one, its promises, topics and sections."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.agreements.agreement import Section
from livecompact.compacts.holidays.queries import Break
from livecompact.compacts.pages.shared import (
    Link,
    SectionLines,
    Topic,
    address,
    section_lines,
    sections,
    topics,
)
from livecompact.compacts.queries import NotThere, Published


@dataclass(frozen=True)
class ListedCompact:
    """A Compact in the list, with those of the districts that lie in its area."""

    id: str
    name: str
    area: str
    promises: int
    address: str
    districts: tuple["ListedCompact", ...]


@dataclass(frozen=True)
class CompactsPage:
    """Every Compact of the site."""

    title: str
    compacts: tuple[ListedCompact, ...]


@dataclass(frozen=True)
class HomePage:
    """The first page of a Compact."""

    title: str
    area: str
    topics: tuple[Topic, ...]
    promises: int
    statutory: int
    voluntary: int
    joint: int
    parent: Link | None
    districts: tuple[Link, ...]
    edition: str
    has_easy_read: bool
    school_holidays: tuple[Break, ...]


@dataclass(frozen=True)
class PromisesPage:
    """Every promise, by topic."""

    title: str
    edition: str
    topics: tuple["TopicPage", ...]
    count: int


@dataclass(frozen=True)
class TopicPage:
    """The promises of one topic, section by section."""

    title: str
    topic: Topic
    sections: tuple[SectionLines, ...]


@dataclass(frozen=True)
class TopicsPage:
    """Every topic."""

    title: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class SectionsPage:
    """Every section of the text, under its own title."""

    title: str
    edition: str
    sections: tuple[SectionLines, ...]


@dataclass(frozen=True)
class SectionPage:
    """One section of the text: its own title, and the wording of each of its promises."""

    title: str
    own_title: str
    says: str
    promises: tuple["Worded", ...]
    topic: Link


@dataclass(frozen=True)
class Worded:
    """A promise with its wording: the official one where it is loaded, else ours."""

    number: str
    name: str
    wording: str
    is_official: bool
    address: str


def compacts_page(all_of_them: tuple[Published, ...]) -> CompactsPage:
    """The list: a district's Compact stands under its county's; one whose county is not here stands by itself."""
    here = {compact.id for compact in all_of_them}
    top = [compact for compact in all_of_them if compact.agreement.parent not in here]
    return CompactsPage(_("Compacts"), tuple(_listed(compact, all_of_them) for compact in top))


def home_page(compact: Published, all_of_them: tuple[Published, ...], breaks: tuple[Break, ...]) -> HomePage:
    """The first page of a Compact; `breaks` are the school holidays of its area."""
    sides = [str(undertaking.binds) for undertaking in compact.edition.undertakings]
    parents = [each for each in all_of_them if each.id == compact.agreement.parent]
    districts = [each for each in all_of_them if each.agreement.parent == compact.id]
    return HomePage(
        title=_("Promises between public bodies and local groups in %(area)s") % {"area": compact.agreement.area.name},
        area=compact.agreement.area.name,
        topics=topics(compact),
        promises=len(sides),
        statutory=sides.count("statutory"),
        voluntary=sides.count("voluntary"),
        joint=sides.count("joint"),
        parent=_link(parents[0]) if parents else None,
        districts=tuple(_link(each) for each in districts),
        edition=compact.edition.name,
        has_easy_read=bool(compact.edition.booklets),
        school_holidays=breaks,
    )


def promises_page(compact: Published) -> PromisesPage:
    """Every promise, by topic."""
    by_topic = tuple(topic_page(compact, topic.id) for topic in topics(compact))
    title = _("The %(promises)s") % {"promises": compact.words.many}
    return PromisesPage(title, compact.edition.name, by_topic, len(compact.edition.undertakings))


def topics_page(compact: Published) -> TopicsPage:
    """Every topic."""
    return TopicsPage(_("Topics"), topics(compact))


def topic_page(compact: Published, topic: str) -> TopicPage:
    """One topic; NotThere where the edition has none of that name."""
    for found in topics(compact):
        if found.id == topic:
            return TopicPage(found.name, found, sections(compact, compact.edition, topic))
    raise NotThere(topic)


def sections_page(compact: Published) -> SectionsPage:
    """The sections of the text."""
    return SectionsPage(_("Sections of the text"), compact.edition.name, sections(compact, compact.edition))


def section_page(compact: Published, section: str) -> SectionPage:
    """One section; NotThere where the edition has none of that id."""
    for found, undertakings in compact.edition.by_section():
        if found.id == section:
            lines = section_lines(compact, found, undertakings).promises
            return SectionPage(
                title=_section_title(found),
                own_title=found.title,
                says=found.says,
                promises=tuple(
                    Worded(each.number, each.name, one.official or one.wording, bool(one.official), each.address)
                    for each, one in zip(lines, undertakings, strict=True)
                ),
                topic=Link(found.topic_name, address("topic", compact, topic=found.topic)),
            )
    raise NotThere(section)


def _section_title(section: Section) -> str:
    if not section.id[:1].isdigit():
        return section.title
    return _("Section %(number)s: %(topic)s") % {"number": section.id, "topic": section.topic_name}


def _listed(compact: Published, all_of_them: tuple[Published, ...]) -> ListedCompact:
    below = [each for each in all_of_them if each.agreement.parent == compact.id]
    return ListedCompact(
        id=compact.id,
        name=compact.name,
        area=compact.agreement.area.name,
        promises=len(compact.edition.undertakings),
        address=_link(compact).address,
        districts=tuple(_listed(each, all_of_them) for each in below),
    )


def _link(compact: Published) -> Link:
    return Link(compact.name, reverse("compact", kwargs={"compact": compact.id}))
