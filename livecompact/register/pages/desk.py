"""What the officer's pages hold: what waits, and one sign-up with all that was said."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.models import Act
from livecompact.compacts.pages.shared import Link, address
from livecompact.compacts.queries import Published
from livecompact.compacts.second.queries import waits_as
from livecompact.register.models import Organisation, Signature, State
from livecompact.register.office import ACTS, Desk
from livecompact.register.queries import Seen, Signed


@dataclass(frozen=True)
class Waits:
    """Something that waits for an officer: what, since or until when, and where it is done."""

    name: str
    address: str
    says: str
    day: date | None
    late: bool = False


@dataclass(frozen=True)
class WaitingPage:
    """All that waits on the register of a Compact, oldest first."""

    title: str
    sign_ups: tuple[Waits, ...]
    asked: tuple[Waits, ...]
    renewals: tuple[Waits, ...]
    gone: tuple[Waits, ...]


@dataclass(frozen=True)
class Row:
    """A line of the summary of a sign-up."""

    key: str
    value: str | date


@dataclass(frozen=True)
class DeskPage:
    """One sign-up as the officer sees it, and what can be done now."""

    title: str
    reference: str
    state_says: str
    reason: str
    late: bool
    rows: tuple[Row, ...]
    acts: tuple[Link, ...]
    public: str
    invented: bool
    second: str = ""


def waiting_page(
    compact: Published, waiting: tuple[Seen, ...], renewals: tuple[Signed, ...], gone: tuple[Organisation, ...]
) -> WaitingPage:
    """What waits."""
    return WaitingPage(
        title=_("What waits for you"),
        sign_ups=tuple(_sign_up(compact, each) for each in waiting if each.signature.state == State.APPLIED),
        asked=tuple(_sign_up(compact, each) for each in waiting if each.signature.state == State.ASKED),
        renewals=tuple(
            Waits(each.organisation.name, _edit(compact, each.organisation), _("Renewal was due"), each.renewal_due_on)
            for each in renewals
        ),
        gone=tuple(Waits(each.name, _edit(compact, each), _("Removed from its register"), None) for each in gone),
    )


def desk_page(desk: Desk) -> DeskPage:
    """One sign-up."""
    signature, organisation, compact = desk.signature, desk.organisation, desk.compact
    return DeskPage(
        title=organisation.name,
        reference=signature.reference,
        state_says=str(signature.get_state_display()),
        reason=signature.reason,
        late=desk.seen.late,
        rows=tuple(row for row in _rows(desk.seen, signature) if row.value),
        acts=tuple(
            Link(str(act.title), address(f"organisation_{name}", compact, organisation=organisation.slug))
            for name, act in ACTS.items()
            if act.offered(desk)
        ),
        public=address("organisation", compact, organisation=organisation.slug) if _is_public(signature) else "",
        invented=organisation.invented,
        second=_second(desk),
    )


def _second(desk: Desk) -> str:
    """Where a second person says yes or no; empty where the sign-up waits for none."""
    look = waits_as(desk.compact.id, Act.SIGN_UP, desk.signature.reference)
    return reverse("second_look", args=[desk.compact.id, look.pk]) if look else ""


def _is_public(signature: Signature) -> bool:
    return signature.state not in (State.APPLIED, State.ASKED, State.DECLINED)


def _sign_up(compact: Published, each: Seen) -> Waits:
    signature = each.signature
    says = signature.reason if signature.state == State.ASKED else _("Answer by")
    return Waits(
        signature.organisation.name, _edit(compact, signature.organisation), says, signature.answer_by, each.late
    )


def _edit(compact: Published, organisation: Organisation) -> str:
    return address("organisation_edit", compact, organisation=organisation.slug)


def _rows(seen: Seen, signature: Signature) -> tuple[Row, ...]:
    organisation, signer = signature.organisation, seen.signer
    return (
        Row(_("Signs as"), str(signature.get_signs_as_display())),
        Row(_("What it is"), str(organisation.get_kind_display())),
        Row(_("Postcode"), organisation.postcode),
        Row(_("Website"), organisation.website),
        Row(_("Numbers"), ", ".join(str(each) for each in organisation.identifiers.all())),
        Row(_("How"), str(signature.get_how_display())),
        Row(_("Signed on"), signature.signed_on),
        Row(_("Renewed on"), signature.renewed_on or ""),
        Row(_("Last day"), signature.ended_on or ""),
        Row(_("Answer by"), signature.answer_by or ""),
        Row(_("Edition"), signature.edition),
        Row(_("Who signed"), f"{signer.name}, {signer.role}" if signer else ""),
        Row(_("Their email address"), signer.email if signer else ""),
        Row(_("Agreed by"), signature.authority),
        Row(_("In its own words"), signature.commitment),
        Row(_("Signed for it"), signature.represented_by.name if signature.represented_by else ""),
        Row(_("Compact champion"), signature.champion),
        Row(_("Whom to ask about a promise"), f"{signature.contact_role} {signature.contact_email}".strip()),
    )
