"""What an organisation's own page shows, and where each of its acts is."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link, address
from livecompact.compacts.queries import Published
from livecompact.register.models import As, Kind, Signature, State
from livecompact.register.office import Desk
from livecompact.register.ours.acts import ACTS
from livecompact.register.pages.desk import Row
from livecompact.register.queries.signatories import PUBLIC, Shown, as_seen


@dataclass(frozen=True)
class OursPage:
    """An organisation's own sign-up: how it stands, what it said, and what it can do now.

    `new_edition` leads to what changed since it signed; it is empty where nothing did. `due` is whether it is asked
    for another year.
    """

    title: str
    slug: str
    state: str
    state_says: str
    friend: bool
    waits: bool
    holds: bool
    signed_on: date
    renewed_on: date | None
    renewal_due_on: date | None
    due: bool
    new_edition: str
    rows: tuple[Row, ...]
    acts: tuple[Link, ...]
    public: str
    may_sign_for_others: bool


def ours_page(desk: Desk) -> OursPage:
    """The page of one organisation in one Compact, for who acts for it."""
    signature, compact, slug = desk.signature, desk.compact, desk.organisation.slug
    known = signature.state in PUBLIC
    seen = as_seen(signature, compact.agreement.calendar, desk.today) if known else None
    return OursPage(
        title=desk.organisation.name,
        slug=slug,
        state=seen.shown.value if seen else signature.state,
        state_says=str(seen.shown.label if seen else signature.get_state_display()),
        friend=signature.signs_as == As.FRIEND,
        waits=signature.state in (State.APPLIED, State.ASKED),
        holds=seen is not None and seen.holds,
        signed_on=signature.signed_on,
        renewed_on=signature.renewed_on,
        renewal_due_on=seen.renewal_due_on if seen else None,
        due=seen is not None and seen.shown is Shown.RENEWAL_DUE,
        new_edition=what_changed(compact, signature),
        rows=_rows(desk),
        acts=tuple(
            Link(str(act.title), address(f"organisation_ours_{name}", compact, organisation=slug))
            for name, act in ACTS.items()
            if act.offered(desk)
        ),
        public=address("organisation", compact, organisation=slug) if known else "",
        may_sign_for_others=desk.organisation.kind == Kind.INFRASTRUCTURE and signature.state == State.ACTIVE,
    )


def what_changed(compact: Published, signature: Signature) -> str:
    """Where one reads what changed since an organisation signed; the text itself where its edition is not here."""
    if signature.edition == compact.edition.id or signature.state != State.ACTIVE:
        return ""
    if any(each.id == signature.edition for each in compact.agreement.editions):
        return address("changes", compact, before=signature.edition, after=compact.edition.id)
    return address("edition", compact, edition=compact.edition.id)


def _rows(desk: Desk) -> tuple[Row, ...]:
    signature = desk.signature
    contact = f"{signature.contact_role} {signature.contact_email}".strip()
    return (
        Row(_("Website"), desk.organisation.website or _("None")),
        Row(_("Compact champion"), signature.champion or _("None")),
        Row(_("Whom to ask about a promise"), contact or _("None")),
        Row(_("Is that address public?"), _("Yes") if signature.contact_shown else _("No")),
    )
