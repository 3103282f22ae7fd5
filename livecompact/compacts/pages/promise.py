"""The page of one promise: plain words, whom it binds, its text, how it is checked, and what keeps it otherwise."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from livecompact import kinds
from livecompact.agreements import Edition, Undertaking
from livecompact.agreements.agreement import Section
from livecompact.agreements.checks import CHECKS
from livecompact.agreements.coverage import Keeper, Row, rows
from livecompact.compacts.folders import agreement_of
from livecompact.compacts.pages.shared import Link, address, binds, own_name, printed, promise_address
from livecompact.compacts.queries import NotThere, Published
from livecompact.frame.dates import long_date
from livecompact.standards.examples import finding_of, verdict_of
from livecompact.standards.standard import Basis, Example, Side, Standard
from livecompact.standards.words import how_days_are_counted, standard_in_words, working

HELD = 2000  # standards in memory, as shown: those of some ten Compacts


@dataclass(frozen=True)
class ShownExample:
    """A worked example of a standard: what happened, the verdict, and how it came about."""

    say: str
    verdict: str
    working: str


@dataclass(frozen=True)
class ShownStandard:
    """A standard in plain English. `adopted` is False where its number is only our suggestion."""

    code: str
    of: str
    asks: str
    says: tuple[str, ...]
    number_from: str
    gives_verdicts: bool
    examples: tuple[ShownExample, ...]


@dataclass(frozen=True)
class ShownMeans:
    """A way in which a promise is kept in view, and whether this site has it now."""

    says: str
    works: bool


@dataclass(frozen=True)
class PromisePage:
    """One promise, as it is now or (`of_one_edition`) as one edition has it.

    `official` is empty until the area has loaded its own wording; `number` where none is printed.
    """

    title: str
    id: str
    name: str
    number: str
    code: str
    plain: str
    binds: str
    who_it_binds: str
    only: tuple[str, ...]
    wording: str
    official: str
    way_out: tuple[str, ...]
    standards: tuple[ShownStandard, ...]
    means: tuple[ShownMeans, ...]
    works_now: bool
    keeper: str
    shown_by: str
    note: str
    how_days_are_counted: tuple[str, ...]
    edition: Link
    is_in_force: bool
    of_one_edition: bool
    section: Link
    topic: Link
    stories: tuple[Link, ...]
    before: Link | None
    after: Link | None
    address: str


def promise_page(compact: Published, name: str, edition: Edition | None = None) -> PromisePage:
    """The promise of that number or id; NotThere where the edition has none."""
    within = edition or compact.edition
    undertaking = found(within, name)
    section = next(each for each in within.sections if each.id == undertaking.section)
    standards = within.standards_of(undertaking.number)
    row = next(each for each in rows(within) if each.undertaking is undertaking)
    before, after = _neighbours(compact, within, undertaking)
    return PromisePage(
        title=_title(compact, undertaking),
        id=undertaking.id,
        name=undertaking.name,
        number=printed(undertaking),
        code=undertaking.number,
        plain=undertaking.plain,
        binds=binds(undertaking),
        who_it_binds=_who_it_binds(undertaking),
        only=undertaking.only,
        wording=undertaking.wording,
        official=undertaking.official,
        way_out=undertaking.way_out,
        standards=tuple(_held(compact.sha256, within.id, each.code, get_language() or "") for each in standards),
        means=_means(row),
        works_now=row.works,
        keeper=keeper_says(row.keeper),
        shown_by=undertaking.shown_by,
        note=undertaking.note,
        how_days_are_counted=tuple(how_days_are_counted(compact.agreement.calendar)) if standards else (),
        edition=Link(within.name, address("edition", compact, edition=within.id)),
        is_in_force=within is compact.edition,
        of_one_edition=edition is not None,
        section=Link(_section_name(section), address("section", compact, section=section.id)),
        topic=Link(section.topic_name, address("topic", compact, topic=section.topic)),
        stories=_stories(compact, undertaking),
        before=before,
        after=after,
        address=_address(compact, within, undertaking)
        if edition is None
        else _of_edition(compact, within, undertaking),
    )


def found(edition: Edition, name: str) -> Undertaking:
    """The undertaking of that number or id; NotThere where the edition has none."""
    try:
        return edition.undertaking(name)
    except KeyError as error:
        raise NotThere(name) from error


@lru_cache(maxsize=HELD)
def _held(sha256: str, edition: str, code: str, language: str) -> ShownStandard:  # noqa: ARG001 (words are translated)
    """A standard as shown, kept in memory: a text is named by its hash, so that it never changes."""
    standards = agreement_of(sha256).edition(edition).standards
    return shown_standard(next(standard for standard in standards if standard.code == code))


def shown_standard(standard: Standard) -> ShownStandard:
    """A standard in plain English, with its examples judged."""
    asks, *says = standard_in_words(standard)
    return ShownStandard(
        code=standard.code,
        of=kinds.kind(standard.of).called,
        asks=asks,
        says=tuple(says),
        number_from=_number_from(standard),
        gives_verdicts=standard.gives_verdicts,
        examples=tuple(_example(standard, each) for each in standard.examples),
    )


def _example(standard: Standard, example: Example) -> ShownExample:
    finding = finding_of(standard, example)
    said = "" if finding is None else working(finding)
    return ShownExample(example.say, verdict_of(standard, example), said)


def _number_from(standard: Standard) -> str:
    if standard.basis is Basis.TEXT:
        return _("From the text")
    if standard.basis is Basis.PROMPT:
        return _("A tip of ours")
    if (adopted := standard.adopted) is None:
        return _("Our suggestion: this area has agreed no number yet")
    said = {"on": long_date(adopted.on), "by": adopted.by, "minute": adopted.minute}
    return _("Adopted on %(on)s by %(by)s (%(minute)s)") % said


def _title(compact: Published, undertaking: Undertaking) -> str:
    if not (number := printed(undertaking)):
        return undertaking.name
    return f"{undertaking.name}: {compact.words.one} {number}"


def _section_name(section: Section) -> str:
    """The section as a link that cannot be taken for its topic, which may bear the same name."""
    if section.id[:1].isdigit():
        return _("Section %(number)s: %(title)s") % {"number": section.id, "title": section.title}
    return _("The section “%(title)s”") % {"title": section.title}


def _who_it_binds(undertaking: Undertaking) -> str:
    return {
        Side.STATUTORY: _("Public bodies that have signed."),
        Side.VOLUNTARY: _("Voluntary and community groups that have signed."),
        Side.JOINT: _("Public bodies and groups that have signed."),
    }[undertaking.binds]


def keeper_says(keeper: Keeper) -> str:
    """What keeps a promise in view now, in a few words."""
    return {
        Keeper.RULE: _("A rule checks it now."),
        Keeper.PEOPLE: _("Records are kept, and people judge them."),
        Keeper.NUMBER: _("It waits for a number that the area agrees."),
        Keeper.YEARLY: _("It waits for the yearly round."),
    }[keeper]


def _means(row: Row) -> tuple[ShownMeans, ...]:
    return tuple(ShownMeans(sentence(_(CHECKS[means.check])), means.works) for means in row.means)


def sentence(words: str) -> str:
    """Words as a sentence."""
    return f"{words[:1].upper()}{words[1:]}."


def _stories(compact: Published, undertaking: Undertaking) -> tuple[Link, ...]:
    told = [story for story in compact.agreement.stories if undertaking.number in story.undertakings]
    return tuple(Link(story.title, f"{address('stories', compact)}#{story.id}") for story in told)


def _neighbours(compact: Published, edition: Edition, undertaking: Undertaking) -> tuple[Link | None, Link | None]:
    place = edition.undertakings.index(undertaking)
    around = [*edition.undertakings[max(place - 1, 0) : place], *edition.undertakings[place + 1 : place + 2]]
    links = {each: Link(each.name, _address(compact, edition, each)) for each in around}
    before = edition.undertakings[place - 1] if place else None
    after = edition.undertakings[place + 1] if place + 1 < len(edition.undertakings) else None
    return (links[before] if before else None, links[after] if after else None)


def _address(compact: Published, edition: Edition, undertaking: Undertaking) -> str:
    if edition is compact.edition:
        return promise_address(compact, undertaking)
    return _of_edition(compact, edition, undertaking)


def _of_edition(compact: Published, edition: Edition, undertaking: Undertaking) -> str:
    return address("edition_promise", compact, edition=edition.id, promise=own_name(undertaking))
