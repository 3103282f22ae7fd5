"""The pages about the text: its editions, its promises by section, its official words, its files."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from livecompact.agreements import Edition, Undertaking
from livecompact.compacts.pages.shared import Link, binds, day_or_not_known, printed
from livecompact.compacts.workshop.editing import NotInDraft
from livecompact.compacts.workshop.problems import address
from livecompact.compacts.workshop.queries import AtWork


@dataclass(frozen=True)
class EditionRow:
    """An edition in the list, with the pages where it is worked on."""

    id: str
    name: str
    starts: date | str
    ends: date | str
    is_published: bool
    count: int
    promises: str
    checks: str
    wording: str
    days: str
    takes_out: str


@dataclass(frozen=True)
class PromiseRow:
    """A promise in the list."""

    number: str
    name: str
    plain: str
    binds: str
    address: str
    has_official: bool


@dataclass(frozen=True)
class SectionRows:
    """A section with its promises."""

    title: str
    promises: tuple[PromiseRow, ...]


@dataclass(frozen=True)
class FileRow:
    """A file of the agreement, and where it is written by hand."""

    path: str
    address: str


def edition_rows(bench: AtWork) -> tuple[EditionRow, ...]:
    """Every edition, the newest first."""
    return tuple(_row(bench, each) for each in reversed(bench.agreement.editions))


def edition_named(bench: AtWork, name: str) -> Edition:
    """The edition of that id; NotInDraft where the draft has none."""
    try:
        return bench.agreement.edition(name)
    except KeyError as error:
        raise NotInDraft(name) from error


def promise_named(edition: Edition, name: str) -> Undertaking:
    """The promise of that number or id; NotInDraft where the edition has none."""
    try:
        return edition.undertaking(name)
    except KeyError as error:
        raise NotInDraft(name) from error


def section_rows(bench: AtWork, edition: Edition, page: str = "promise") -> tuple[SectionRows, ...]:
    """The promises by section; each leads to its own page, or to that of its official words."""
    return tuple(
        SectionRows(section.title, tuple(_promise(bench, edition, each, page) for each in promises))
        for section, promises in edition.by_section()
    )


def file_rows(bench: AtWork) -> tuple[FileRow, ...]:
    """Every file, in the order of their names."""
    return tuple(FileRow(path, address(bench, "file", path=path)) for path in sorted(bench.folder()))


def trail_of_edition(bench: AtWork, edition: Edition) -> list[tuple[str, str]]:
    """The way down to the pages of an edition."""
    return [
        (_("Workshop"), address(bench, "")),
        (_("Editions"), address(bench, "editions")),
        (edition.name, address(bench, "promises", edition=edition.id)),
    ]


def link_to_promise(bench: AtWork, edition: Edition, promise: Undertaking) -> Link:
    """The page on which a promise is changed."""
    return Link(promise.name, address(bench, "promise", edition=edition.id, promise=promise.id))


def _row(bench: AtWork, edition: Edition) -> EditionRow:
    within = {"edition": edition.id}
    return EditionRow(
        id=edition.id,
        name=edition.name,
        starts=day_or_not_known(edition.starts),
        ends=day_or_not_known(edition.ends),
        is_published=edition.id in bench.published_editions,
        count=len(edition.undertakings),
        promises=address(bench, "promises", **within),
        checks=address(bench, "checks", **within),
        wording=address(bench, "wording", **within),
        days=address(bench, "edition", **within),
        takes_out=address(bench, "edition_out", **within),
    )


def _promise(bench: AtWork, edition: Edition, promise: Undertaking, page: str) -> PromiseRow:
    named = {"number": promise.number} if page == "official" else {"promise": promise.id}
    return PromiseRow(
        number=printed(promise),
        name=promise.name,
        plain=promise.plain,
        binds=binds(promise),
        address=address(bench, page, edition=edition.id, **named),
        has_official=bool(promise.official),
    )
