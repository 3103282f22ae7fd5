"""One organisation in one Compact: what it signed, since when, and the promises it made."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from livecompact.agreements import Edition, Undertaking
from livecompact.compacts.pages.shared import Link, PromiseLine, address, line
from livecompact.compacts.queries import Published
from livecompact.register.identifiers import BY_CODE
from livecompact.register.models import As, Backing, Organisation, Sector
from livecompact.register.pages.signatories import edition_address
from livecompact.register.queries import History, Whole
from livecompact.standards.standard import Side

SIDES = {Sector.STATUTORY: Side.STATUTORY, Sector.VOLUNTARY: Side.VOLUNTARY}


@dataclass(frozen=True)
class Number:
    """A number of the organisation, with the list it stands in."""

    org_id: str
    list: str
    number: str


@dataclass(frozen=True)
class OrganisationPage:
    """An organisation. `promises` are those that bind its side, in the edition it signed; a Friend has none."""

    title: str
    slug: str
    sector: str
    kind: str
    size: str
    district: str
    website: str
    numbers: tuple[Number, ...]
    other_names: tuple[str, ...]
    friend: bool
    state: str
    state_says: str
    holds: bool
    signed_on: date
    ended_on: date | None
    renewal_due_on: date | None
    reason: str
    edition: str
    edition_name: str
    edition_address: str
    authority: str
    authority_on: date | None
    commitment: str
    backing: tuple[str, ...]
    champion: str
    contact_role: str
    contact_email: str
    represented_by: Link | None
    follows: Link | None
    followed_by: tuple[Link, ...]
    promises: tuple[PromiseLine, ...]
    history: tuple[History, ...]
    elsewhere: tuple[Link, ...]
    invented: bool


def organisation_page(compact: Published, known: Whole) -> OrganisationPage:
    """The page of an organisation that has signed, or is a Friend."""
    each = known.signed
    organisation, signature = each.organisation, each.signature
    friend = signature.signs_as == As.FRIEND
    edition = _edition(compact, signature.edition)
    return OrganisationPage(
        title=organisation.name,
        slug=organisation.slug,
        sector=str(organisation.get_sector_display()),
        kind=str(organisation.get_kind_display()),
        size=str(organisation.get_size_display()) if organisation.size else "",
        district=organisation.district,
        website=organisation.website,
        numbers=tuple(_number(each) for each in organisation.identifiers.all()),
        other_names=tuple(each.name for each in organisation.other_names.all()),
        friend=friend,
        state=each.shown.value,
        state_says=str(each.shown.label),
        holds=each.holds,
        signed_on=signature.signed_on,
        ended_on=signature.ended_on,
        renewal_due_on=each.renewal_due_on,
        reason=signature.reason if not each.holds or signature.follows_id else "",
        edition=signature.edition,
        edition_name=edition.name if edition else signature.edition,
        edition_address=edition_address(compact, signature.edition),
        authority=signature.authority,
        authority_on=signature.authority_on,
        commitment=signature.commitment,
        backing=tuple(str(Backing(way).label) for way in signature.backing),
        champion=signature.champion,
        contact_role=signature.contact_role if signature.contact_shown else "",
        contact_email=signature.contact_email if signature.contact_shown else "",
        represented_by=_link(compact, signature.represented_by, known),
        follows=_link(compact, signature.follows.organisation if signature.follows else None, known),
        followed_by=tuple(link for after in known.became if (link := _link(compact, after, known))),
        promises=() if friend or edition is None else tuple(_promises(compact, edition, organisation)),
        history=known.history,
        elsewhere=tuple(_elsewhere(other, organisation) for other in known.elsewhere),
        invented=organisation.invented,
    )


def binding(edition: Edition, organisation: Organisation) -> tuple[Undertaking, ...]:
    """The promises of an edition that bind an organisation: those of its side, of both, or of it alone."""
    side = SIDES.get(Sector(organisation.sector))
    own = {str(each) for each in organisation.identifiers.all()}
    return tuple(
        undertaking
        for undertaking in edition.undertakings
        if undertaking.binds in (side, Side.JOINT) and (not undertaking.only or own & set(undertaking.only))
    )


def _elsewhere(compact: Published, organisation: Organisation) -> Link:
    words = _("%(compact)s: what it signed") % {"compact": compact.name}
    return Link(words, address("organisation", compact, organisation=organisation.slug))


def _promises(compact: Published, edition: Edition, organisation: Organisation) -> list[PromiseLine]:
    """Each with a link to it in the edition that was signed, where that is not the one in force."""
    bound = binding(edition, organisation)
    if edition.id == compact.edition.id:
        return [line(compact, each) for each in bound]
    return [
        PromiseLine(told.number, told.id, told.name, told.plain, told.binds, _in_edition(compact, edition, told))
        for told in (line(compact, each) for each in bound)
    ]


def _in_edition(compact: Published, edition: Edition, told: PromiseLine) -> str:
    return address("edition_promise", compact, edition=edition.id, promise=told.number or told.id)


def _edition(compact: Published, name: str) -> Edition | None:
    return next((each for each in compact.agreement.editions if each.id == name), None)


def _number(identifier: object) -> Number:
    org_id = str(identifier)
    code = next(code for code in BY_CODE if org_id.startswith(f"{code}-"))
    return Number(org_id, str(BY_CODE[code].name), org_id.removeprefix(f"{code}-"))


def _link(compact: Published, organisation: Organisation | None, known: Whole) -> Link | None:
    """The name of an organisation; its address too, where it has a page in this Compact."""
    if organisation is None:
        return None
    slug = organisation.slug
    return Link(
        organisation.name, address("organisation", compact, organisation=slug) if slug in known.with_a_page else ""
    )
