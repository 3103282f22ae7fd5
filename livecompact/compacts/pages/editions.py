"""The editions of an agreement, and what changed from one to another."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from livecompact.agreements import Edition, Undertaking
from livecompact.compacts.changes import Piece, changed_words
from livecompact.compacts.pages.shared import Link, address, binds, day_or_not_known, own_name, promise_address
from livecompact.compacts.pages.whole import pdf_address
from livecompact.compacts.queries import NotThere, Published


@dataclass(frozen=True)
class ShownEdition:
    """An edition in a line of the list."""

    id: str
    name: str
    starts: date | str
    ends: date | str
    review_by: date | str
    is_in_force: bool
    promises: int
    address: str


@dataclass(frozen=True)
class EditionsPage:
    """Every edition, the newest first, and where one can see what changed from one to the next."""

    title: str
    editions: tuple[ShownEdition, ...]
    changes: tuple[Link, ...]


@dataclass(frozen=True)
class EditionSection:
    """A section of an edition with links to its promises."""

    title: str
    promises: tuple[Link, ...]


@dataclass(frozen=True)
class EditionPage:
    """One edition: its dates, and its sections with their promises. `pdf` is empty where the site makes none."""

    title: str
    edition: ShownEdition
    note: str
    pdf: str
    sections: tuple[EditionSection, ...]


@dataclass(frozen=True)
class ChangedPromise:
    """A promise whose words, number or side changed. `words` and `plain` are empty where they did not."""

    name: str
    number: str
    former_number: str
    binds: str
    formerly_bound: str
    words: tuple[Piece, ...]
    plain: tuple[Piece, ...]
    address: str


@dataclass(frozen=True)
class ChangesPage:
    """What changed between two editions."""

    title: str
    before: Link
    after: Link
    changed: tuple[ChangedPromise, ...]
    added: tuple[Link, ...]
    removed: tuple[Link, ...]
    same: int


def editions_page(compact: Published) -> EditionsPage:
    """Every edition, the newest first."""
    editions = compact.agreement.editions
    pairs = reversed(list(pairwise(editions)))
    changes = tuple(Link(_between(one, two), _changes_address(compact, one, two)) for one, two in pairs)
    return EditionsPage(_("Editions"), tuple(_shown(compact, each) for each in reversed(editions)), changes)


def edition_page(compact: Published, edition: str) -> EditionPage:
    """One edition; NotThere where there is none of that id."""
    found = edition_named(compact, edition)
    sections = tuple(
        EditionSection(section.title, tuple(_link(compact, found, each) for each in undertakings))
        for section, undertakings in found.by_section()
    )
    return EditionPage(
        found.name, _shown(compact, found), found.note, pdf_address("edition", compact, edition=found.id), sections
    )


def changes_page(compact: Published, before: str, after: str) -> ChangesPage:
    """What changed from one edition to another: promises are told apart by their ids."""
    one, two = edition_named(compact, before), edition_named(compact, after)
    was = {undertaking.id: undertaking for undertaking in one.undertakings}
    now = {undertaking.id: undertaking for undertaking in two.undertakings}
    both = [(was[name], now[name]) for name in now if name in was]
    changed = tuple(_changed(compact, two, old, new) for old, new in both if _told(old) != _told(new))
    return ChangesPage(
        title=_between(one, two),
        before=Link(one.name, address("edition", compact, edition=one.id)),
        after=Link(two.name, address("edition", compact, edition=two.id)),
        changed=changed,
        added=tuple(_link(compact, two, now[name]) for name in now if name not in was),
        removed=tuple(_link(compact, one, was[name]) for name in was if name not in now),
        same=len(both) - len(changed),
    )


def edition_named(compact: Published, name: str) -> Edition:
    """The edition of that id; NotThere where there is none."""
    try:
        return compact.agreement.edition(name)
    except KeyError as error:
        raise NotThere(name) from error


def _shown(compact: Published, edition: Edition) -> ShownEdition:
    return ShownEdition(
        id=edition.id,
        name=edition.name,
        starts=day_or_not_known(edition.starts),
        ends=day_or_not_known(edition.ends),
        review_by=day_or_not_known(edition.review_by),
        is_in_force=edition is compact.edition,
        promises=len(edition.undertakings),
        address=address("edition", compact, edition=edition.id),
    )


def _link(compact: Published, edition: Edition, undertaking: Undertaking) -> Link:
    if edition is compact.edition:
        return Link(undertaking.name, promise_address(compact, undertaking))
    parts = {"edition": edition.id, "promise": own_name(undertaking)}
    return Link(undertaking.name, address("edition_promise", compact, **parts))


def _told(undertaking: Undertaking) -> tuple[str, ...]:
    return (undertaking.number, undertaking.binds, _wording(undertaking), undertaking.plain)


def _wording(undertaking: Undertaking) -> str:
    return undertaking.official or undertaking.wording


def _changed(compact: Published, edition: Edition, old: Undertaking, new: Undertaking) -> ChangedPromise:
    return ChangedPromise(
        name=new.name,
        number=new.number,
        former_number=old.number if old.number != new.number else "",
        binds=binds(new),
        formerly_bound=binds(old) if old.binds != new.binds else "",
        words=changed_words(_wording(old), _wording(new)),
        plain=changed_words(old.plain, new.plain),
        address=_link(compact, edition, new).address,
    )


def _between(one: Edition, two: Edition) -> str:
    return _("What changed between %(one)s and %(two)s") % {"one": one.id, "two": two.id}


def _changes_address(compact: Published, one: Edition, two: Edition) -> str:
    return address("changes", compact, before=one.id, after=two.id)
