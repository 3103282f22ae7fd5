"""What an organisation can show of what it signed: a certificate, and a badge for its own pages that stays true."""

from dataclasses import dataclass
from datetime import date
from html import escape

from django.conf import settings
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import address
from livecompact.compacts.queries import Published
from livecompact.frame import pdf
from livecompact.register.models import As
from livecompact.register.queries import Shown, Signed

HEIGHT = 56
BOLD, PLAIN = 9.4, 8.2
"""How wide a letter of the badge is at most on average, in pixels, in its first line and in its second."""
EDGES = 36
"""What is left of the badge and right of its words, in pixels."""


@dataclass(frozen=True)
class CertificatePage:
    """What stands on a certificate. It is one only while it `holds`; `pdf` is empty where there is no file of it."""

    title: str
    name: str
    friend: bool
    holds: bool
    state: str
    state_says: str
    signed_on: date
    renewed_on: date | None
    renewal_due_on: date | None
    ended_on: date | None
    edition: str
    organisation: str
    address: str
    pdf: str
    badge: str
    badge_says: str
    snippet: str


@dataclass(frozen=True)
class Badge:
    """A picture of two lines: the Compact, and how the organisation stands today. `title` says both to who hears it."""

    title: str
    first: str
    second: str
    holds: bool
    width: int
    height: int = HEIGHT


def certificate_page(compact: Published, each: Signed) -> CertificatePage:
    """The certificate of one organisation in one Compact."""
    signature, slug = each.signature, each.organisation.slug
    organisation = address("organisation", compact, organisation=slug)
    badge = address("organisation_badge", compact, organisation=slug)
    file = address("organisation_certificate.pdf", compact, organisation=slug)
    return CertificatePage(
        title=_("Certificate: %(name)s") % {"name": each.organisation.name},
        name=each.organisation.name,
        friend=signature.signs_as == As.FRIEND,
        holds=each.holds,
        state=each.shown.value,
        state_says=str(each.shown.label),
        signed_on=signature.signed_on,
        renewed_on=signature.renewed_on,
        renewal_due_on=each.renewal_due_on,
        ended_on=signature.ended_on,
        edition=next(
            (one.name for one in compact.agreement.editions if one.id == signature.edition), signature.edition
        ),
        organisation=organisation,
        address=address("organisation_certificate", compact, organisation=slug),
        pdf=file if each.holds and pdf.is_installed() else "",
        badge=badge,
        badge_says=badge_of(compact, each).title,
        snippet=_snippet(compact, organisation, badge),
    )


def badge_of(compact: Published, each: Signed) -> Badge:
    """The badge of one organisation in one Compact, as it is true today."""
    second = _stands(each)
    width = max(len(compact.name) * BOLD, len(second) * PLAIN) + EDGES
    return Badge(f"{each.organisation.name}: {compact.name}. {second}.", compact.name, second, each.holds, round(width))


def _stands(each: Signed) -> str:
    """How it stands, with the year."""
    signature, year = each.signature, {"year": each.signature.signed_on.year}
    friend = signature.signs_as == As.FRIEND
    began = _("Friend since %(year)s") % year if friend else _("Signed in %(year)s") % year
    if signature.ended_on:
        return f"{began}. {each.shown.label} {signature.ended_on.year}"
    if each.shown is Shown.RENEWAL_DUE:
        return f"{began}. {each.shown.label}"
    if signature.renewed_on:
        return _("%(began)s, renewed in %(year)s") % {"began": began, "year": signature.renewed_on.year}
    return began


def _snippet(compact: Published, organisation: str, badge: str) -> str:
    """HTML that shows the badge on another site. Its words claim no state: the picture and the page tell that."""
    says = escape(_("%(compact)s: see what we signed") % {"compact": compact.name})
    page, picture = (escape(f"{settings.SITE.address}{each}") for each in (organisation, badge))
    return f'<a href="{page}"><img src="{picture}" alt="{says}" height="{HEIGHT}"></a>'
