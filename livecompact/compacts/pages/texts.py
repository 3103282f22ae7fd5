"""The pages of what a text says beside its promises: principles, stories, groups, joining, concerns, codes, itself."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from livecompact.agreements.agreement import (
    About,
    Code,
    Contact,
    Door,
    Format,
    Group,
    Principle,
    SignedText,
    WhoMaySign,
)
from livecompact.compacts.holidays.queries import Break
from livecompact.compacts.pages.promise import found
from livecompact.compacts.pages.shared import Link, address, promise_address
from livecompact.compacts.queries import NotThere, Published
from livecompact.standards.words import how_days_are_counted


@dataclass(frozen=True)
class PrinciplesPage:
    """What both sides believe, and the difficulties that the text names."""

    title: str
    edition: str
    principles: tuple[Principle, ...]
    challenges: tuple[Principle, ...]


@dataclass(frozen=True)
class ShownStory:
    """Something that went well, and the promises that it shows."""

    id: str
    title: str
    says: tuple[str, ...]
    source: str
    promises: tuple[Link, ...]


@dataclass(frozen=True)
class StoriesPage:
    """The stories that the text tells."""

    title: str
    stories: tuple[ShownStory, ...]


@dataclass(frozen=True)
class ShownGroup:
    """A group of the text: whether there still is one, and from when to when."""

    id: str
    name: str
    says: str
    state: str
    starts: str
    ends: str


@dataclass(frozen=True)
class GroupsPage:
    """Who runs the Compact: the groups of the text, and whom to ask, by role."""

    title: str
    groups: tuple[ShownGroup, ...]
    contacts: tuple[Contact, ...]
    is_filled_in: bool


@dataclass(frozen=True)
class AboutPage:
    """What the agreement is, what it is for, and where it comes from."""

    title: str
    about: tuple[About, ...]
    signed_text: SignedText
    formats: tuple[Format, ...]
    edition: Link


@dataclass(frozen=True)
class JoiningPage:
    """Who may sign."""

    title: str
    who_may_sign: tuple[WhoMaySign, ...]
    contact: Contact | None


@dataclass(frozen=True)
class ConcernsPage:
    """How a concern is raised, and whom to ask."""

    title: str
    doors: tuple[Door, ...]
    says: tuple[str, ...]
    contact: Contact | None
    reply_window: str


@dataclass(frozen=True)
class ShownCode:
    """A code of practice in a line of the list."""

    id: str
    name: str
    state: str
    address: str


@dataclass(frozen=True)
class CodesPage:
    """The codes of practice that belong to the agreement."""

    title: str
    codes: tuple[ShownCode, ...]


@dataclass(frozen=True)
class CodePage:
    """One code of practice."""

    title: str
    says: str
    state: str
    since: str


@dataclass(frozen=True)
class CountingPage:
    """How days are counted, and on which days the schools are closed."""

    title: str
    says: tuple[str, ...]
    school_holidays: tuple[Break, ...]


def principles_page(compact: Published) -> PrinciplesPage:
    """The principles; NotThere where the text has none."""
    if not compact.edition.principles:
        raise NotThere("principles")
    return PrinciplesPage(
        _("What both sides believe"), compact.edition.name, compact.edition.principles, compact.edition.challenges
    )


def stories_page(compact: Published) -> StoriesPage:
    """The stories; NotThere where the text has none."""
    if not compact.agreement.stories:
        raise NotThere("stories")
    stories = tuple(
        ShownStory(
            id=story.id,
            title=story.title,
            says=paragraphs(story.says),
            source=story.source,
            promises=tuple(_promise(compact, number) for number in story.undertakings),
        )
        for story in compact.agreement.stories
    )
    return StoriesPage(_("Stories of working together"), stories)


def groups_page(compact: Published) -> GroupsPage:
    """The groups and the contacts."""
    contacts = compact.agreement.contacts
    title = _("Who runs the %(called)s") % {"called": compact.agreement.called}
    groups = tuple(_group(group) for group in compact.agreement.groups)
    return GroupsPage(title, groups, contacts, any(filled_in(contact) for contact in contacts))


def about_page(compact: Published) -> AboutPage:
    """What the agreement is."""
    return AboutPage(
        title=_("About the %(name)s") % {"name": compact.name},
        about=compact.agreement.about,
        signed_text=compact.agreement.signed_text,
        formats=compact.agreement.formats,
        edition=Link(compact.edition.name, address("edition", compact, edition=compact.edition.id)),
    )


def joining_page(compact: Published) -> JoiningPage:
    """Who may sign, and whom to ask."""
    title = _("Who can sign the %(called)s") % {"called": compact.agreement.called}
    return JoiningPage(title, compact.agreement.who_may_sign, contact_for(compact, "signing"))


def concerns_page(compact: Published) -> ConcernsPage:
    """How a concern is raised."""
    return ConcernsPage(
        title=_("If a %(promise)s is broken") % {"promise": compact.words.one},
        doors=compact.agreement.doors,
        says=compact.agreement.concerns,
        contact=contact_for(compact, "concerns"),
        reply_window=compact.agreement.reply_window,
    )


def codes_page(compact: Published) -> CodesPage:
    """The codes of practice; NotThere where there are none."""
    if not compact.agreement.codes:
        raise NotThere("codes")
    return CodesPage(_("Codes of practice"), tuple(_code(compact, code) for code in compact.agreement.codes))


def code_page(compact: Published, code: str) -> CodePage:
    """One code of practice; NotThere where there is none of that id."""
    for each in compact.agreement.codes:
        if each.id == code:
            return CodePage(each.name, each.says, state_of(each.state), day_told(each.since))
    raise NotThere(code)


def counting_page(compact: Published, breaks: tuple[Break, ...]) -> CountingPage:
    """How days are counted, with examples in the calendar of this area, and its school holidays."""
    return CountingPage(_("How days are counted"), tuple(how_days_are_counted(compact.agreement.calendar)), breaks)


def contact_for(compact: Published, matter: str) -> Contact | None:
    """The contact whose role names a matter, or else the one who runs the Compact; None where nobody is filled in."""
    known = [contact for contact in compact.agreement.contacts if filled_in(contact)]
    named = [contact for contact in known if matter in contact.role.lower()]
    return next(iter([*named, *known]), None)


def filled_in(contact: Contact) -> bool:
    """Whether somebody can be reached in that role."""
    return bool(contact.who or contact.email or contact.phone)


def state_of(state: str) -> str:
    """The state of a group or a code in the language of the page."""
    return {
        "in being": _("It is there now"),
        "ended": _("It has ended"),
        "not known": _("We do not know if it is there now"),
        "in force": _("In force"),
        "planned": _("Planned, not made yet"),
    }[state]


def day_told(told: str) -> str:
    """A day or a year as the text tells it; "not known" in the language of the page."""
    return _("Not known") if told == "not known" else told


def paragraphs(text: str, sentences: int = 3) -> tuple[str, ...]:
    """A long text in short paragraphs of a few sentences each."""
    parts = text.replace("? ", "?\n").replace("! ", "!\n").replace(". ", ".\n").splitlines()
    return tuple(" ".join(parts[at : at + sentences]) for at in range(0, len(parts), sentences))


def _group(group: Group) -> ShownGroup:
    return ShownGroup(
        group.id, group.name, group.says, state_of(group.state), day_told(group.starts), day_told(group.ends)
    )


def _code(compact: Published, code: Code) -> ShownCode:
    return ShownCode(code.id, code.name, state_of(code.state), address("code", compact, code=code.id))


def _promise(compact: Published, number: str) -> Link:
    undertaking = found(compact.edition, number)
    return Link(undertaking.name, promise_address(compact, undertaking))
