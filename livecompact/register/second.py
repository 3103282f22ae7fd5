"""A sign-up on paper or by phone that waits for a second person, where the Compact asks for one."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.models import Act, SecondLook
from livecompact.compacts.second.actions import go_on
from livecompact.compacts.second.acts import NotNow, Thing, register, version_of
from livecompact.frame.dates import long_date
from livecompact.people.models import Person
from livecompact.register.actions.deciding import WrongState, approve
from livecompact.register.models import How, Signature, State

ENTERED = (How.PAPER, How.PHONE)
"""What an officer typed in: nobody else has seen it."""
OFFICER = "Compact officer"


def join() -> None:
    """Let sign-ups wait."""
    register(Act.SIGN_UP, sign_up, put_on_the_list)


def may_go_on(signature: Signature, by: Person, at: datetime) -> bool:
    """Whether it may be put on the list now; where it may not, it waits for a second person from now on."""
    if signature.how not in ENTERED:
        return True
    compact, subject = str(signature.compact_id), signature.reference
    return go_on(compact=compact, act=Act.SIGN_UP, subject=subject, version=_version(signature), by=by, at=at)


def sign_up(look: SecondLook, at: datetime) -> Thing | None:  # noqa: ARG001 (every kind is asked in the same way)
    """The sign-up as it is now; None where it is answered already."""
    signature = _found(look)
    if signature is None or signature.state not in (State.APPLIED, State.ASKED):
        return None
    organisation = signature.organisation
    says = (
        (_("What it is"), str(organisation.get_kind_display())),
        (_("How"), str(signature.get_how_display())),
        (_("Signed on"), long_date(signature.signed_on)),
        (_("Agreed by"), signature.authority),
    )
    address = reverse("organisation_edit", args=[look.compact_id, organisation.slug])
    shown = tuple((key, value) for key, value in says if value)
    return Thing(organisation.name, shown, address, _version(signature))


def put_on_the_list(look: SecondLook, by: Person, at: datetime) -> Signature:  # noqa: ARG001 (as above)
    """Approve it."""
    signature = _found(look)
    if signature is None:
        raise NotNow
    try:
        return approve(signature=signature, by=OFFICER, at=at)
    except WrongState as problem:
        raise NotNow from problem


def _found(look: SecondLook) -> Signature | None:
    rows = Signature.objects.select_related("organisation").filter(latest=True, compact_id=look.compact_id)
    return rows.filter(reference=look.subject).first()


def _version(signature: Signature) -> str:
    """What stands for all that becomes public: of another a yes says nothing."""
    of = signature.organisation
    told = [signature.version, of.name, of.kind, of.postcode, of.website, of.size]
    return version_of(told)
