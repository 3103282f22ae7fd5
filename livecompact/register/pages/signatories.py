"""The list of who has signed, and the list of Friends."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.compacts.pages.shared import Link, address
from livecompact.compacts.queries import Published
from livecompact.register import queries
from livecompact.register.models import Backing, Kind, Sector
from livecompact.register.pages.filters import Filter, Removable, Wanted, address_with, filters, read, removable
from livecompact.register.queries import Brief, Signed

ON_A_PAGE = 50


@dataclass(frozen=True)
class Line:
    """An organisation as a line of a list."""

    name: str
    address: str
    sector: str
    kind: str
    state: str
    state_says: str
    signed_on: date
    ended_on: date | None
    edition: str
    edition_address: str
    champion: str
    reason: str
    identifiers: tuple[str, ...]
    backing: tuple[str, ...] = ()
    commitment: str = ""
    invented: bool = False


@dataclass(frozen=True)
class Count:
    """How many of a sector have signed."""

    sector: str
    text: str
    count: int


@dataclass(frozen=True)
class SignatoriesPage:
    """One page of the list, with its filters. `total` counts what the filters leave."""

    title: str
    heading: str
    counts: tuple[Count, ...]
    friends: int
    filters: tuple[Filter, ...]
    removable: tuple[Removable, ...]
    lines: tuple[Line, ...]
    total: int
    page: int
    pages: tuple[Link, ...]
    invented: bool


@dataclass(frozen=True)
class FriendsPage:
    """Every Friend, and those that were."""

    title: str
    lines: tuple[Line, ...]
    former: tuple[Line, ...]
    invented: bool


def signatories_page(
    compact: Published, everyone: tuple[Brief, ...], friends: int, query: QueryDict, today: date
) -> SignatoriesPage:
    """The page of the list that an address asks for; BadRequest where no filter knows what it asks."""
    wanted, number = read(query)
    here = address("organisations", compact)
    found = _taken(everyone, wanted)
    shown = queries.in_full(None, compact, found[(number - 1) * ON_A_PAGE : number * ON_A_PAGE], today)
    lines = tuple(line(compact, each) for each in shown)
    return SignatoriesPage(
        title=_("Who has signed"),
        heading=_heading(len(found)),
        counts=_counts(everyone),
        friends=friends,
        filters=filters((each.sort for each in everyone), wanted, here),
        removable=removable(wanted, here),
        lines=lines,
        total=len(found),
        page=number,
        pages=_pages(here, wanted, len(found)),
        invented=any(each.invented for each in lines),
    )


def every_line(compact: Published, everyone: tuple[Brief, ...], query: QueryDict, today: date) -> tuple[Line, ...]:
    """The lines of all pages of the list that an address asks for."""
    wanted, _page = read(query)
    return tuple(line(compact, each) for each in queries.in_full(None, compact, _taken(everyone, wanted), today))


def friends_page(compact: Published, everyone: tuple[Signed, ...]) -> FriendsPage:
    """The Friends of a Compact."""
    lines = tuple(line(compact, each) for each in everyone if each.holds)
    former = tuple(line(compact, each) for each in everyone if not each.holds)
    title = _("Friends of the %(called)s") % {"called": compact.agreement.called}
    return FriendsPage(title, lines, former, any(each.invented for each in (*lines, *former)))


def line(compact: Published, each: Signed) -> Line:
    """An organisation as a line of a list."""
    organisation, signature = each.organisation, each.signature
    return Line(
        name=organisation.name,
        address=address("organisation", compact, organisation=organisation.slug),
        sector=organisation.sector,
        kind=str(Kind(organisation.kind).label),  # Django's own way looks at every kind, for every line
        state=each.shown.value,
        state_says=str(each.shown.label),
        signed_on=signature.signed_on,
        ended_on=signature.ended_on,
        edition=signature.edition,
        edition_address=edition_address(compact, signature.edition),
        champion=signature.champion,
        reason="" if each.holds else signature.reason,
        identifiers=tuple(str(identifier) for identifier in organisation.identifiers.all()),
        backing=tuple(str(Backing(way).label) for way in signature.backing),
        commitment=signature.commitment,
        invented=organisation.invented,
    )


def edition_address(compact: Published, edition: str) -> str:
    """Where an edition is read; empty where the agreement no longer has it."""
    known = {each.id for each in compact.agreement.editions}
    return address("edition", compact, edition=edition) if edition in known else ""


def _heading(total: int) -> str:
    return ngettext("%(count)s organisation", "%(count)s organisations", total) % {"count": total}


def _taken(everyone: tuple[Brief, ...], wanted: Wanted) -> tuple[Brief, ...]:
    """Those that a list shows: each sort is looked at once."""
    taken = {sort for sort in {each.sort for each in everyone} if wanted.takes(sort)}
    return tuple(each for each in everyone if each.sort in taken)


def _counts(everyone: tuple[Brief, ...]) -> tuple[Count, ...]:
    """How many of each sector have signed and hold to it now."""
    says = {Sector.STATUTORY: _("Public bodies"), Sector.VOLUNTARY: _("Charities and community groups")}
    held = Counter(each.sort.sector for each in everyone if each.sort.holds)
    return tuple(Count(sector.value, text, held[sector.value]) for sector, text in says.items())


def _pages(here: str, wanted: Wanted, total: int) -> tuple[Link, ...]:
    count = -(-total // ON_A_PAGE)
    return tuple(Link(str(number), address_with(here, wanted, number)) for number in range(1, count + 1))
