"""From the text to the tool: how each promise is kept in view on this site now, and what still waits."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from livecompact.agreements import coverage
from livecompact.agreements.checks import CHECKS
from livecompact.compacts.pages.promise import ShownMeans, keeper_says, sentence
from livecompact.compacts.pages.shared import address, printed, promise_address
from livecompact.compacts.queries import Published


@dataclass(frozen=True)
class CoveredPromise:
    """One promise and the ways in which it is kept in view."""

    number: str
    name: str
    address: str
    means: tuple[ShownMeans, ...]
    works: bool
    keeper: str


@dataclass(frozen=True)
class CoveredSection:
    """The promises of one section."""

    title: str
    address: str
    promises: tuple[CoveredPromise, ...]


@dataclass(frozen=True)
class Counted:
    """How many promises are kept in view in one way."""

    says: str
    count: int


@dataclass(frozen=True)
class CoveragePage:
    """How the whole text is kept in view."""

    title: str
    promises: int
    waiting: int
    keepers: tuple[Counted, ...]
    counts: tuple[Counted, ...]
    sections: tuple[CoveredSection, ...]
    rest: tuple[tuple[str, str], ...]


def coverage_page(compact: Published) -> CoveragePage:
    """How the text of the edition in force is kept in view."""
    edition = compact.edition
    counts = coverage.counts(edition)
    by_section: dict[str, list[CoveredPromise]] = {}
    for row in coverage.rows(edition):
        by_section.setdefault(row.undertaking.section, []).append(_covered(compact, row))
    return CoveragePage(
        title=_("How this site covers each %(promise)s") % {"promise": compact.words.one},
        promises=len(edition.undertakings),
        waiting=counts["waiting"],
        keepers=tuple(Counted(keeper_says(keeper), count) for keeper, count in coverage.keepers(edition).items()),
        counts=tuple(Counted(sentence(_(says)), counts[check]) for check, says in CHECKS.items()),
        sections=tuple(
            CoveredSection(each.title, address("section", compact, section=each.id), tuple(by_section.get(each.id, ())))
            for each in edition.sections
        ),
        rest=tuple((_(what), _(here)) for what, here in coverage.rest(compact.agreement)),
    )


def _covered(compact: Published, row: coverage.Row) -> CoveredPromise:
    return CoveredPromise(
        number=printed(row.undertaking),
        name=row.undertaking.name,
        address=promise_address(compact, row.undertaking),
        means=tuple(ShownMeans(sentence(_(means.says)), means.works) for means in row.means),
        works=row.works,
        keeper=keeper_says(row.keeper),
    )
