"""Signing a Compact, or becoming its Friend; and the one way in which a sign-up goes from state to state."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from livecompact.frame.parts import signature_changed
from livecompact.frame.references import new_reference
from livecompact.register.models import ENDED, OPEN, As, How, Organisation, Sector, Signature, Signer, State

KEPT = timedelta(days=30)
"""How long who signed is still known, once the sign-up is over: time to answer a complaint about it."""


@dataclass
class AlreadySigned(Exception):
    """The organisation has signed already, or waits to."""

    signature: Signature

    def __str__(self) -> str:
        return f"{self.signature.organisation.name} has signed already"


class CannotSign(ValueError):
    """Such an organisation cannot do so; the text says what it can do."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed the sign-up; what was seen no longer holds."""


@dataclass(frozen=True, kw_only=True)
class Signing:
    """What an organisation says as it signs. `name` and `role` are of who signs, and are never public.

    `contact_email` shows in public only with `contact_shown`: it is meant for the address of a role.
    """

    name: str = ""
    role: str = ""
    email: str = ""
    authority: str = ""
    authority_on: date | None = None
    commitment: str = ""
    backing: Sequence[str] = ()
    champion: str = ""
    contact_role: str = ""
    contact_email: str = ""
    contact_shown: bool = False
    logo_allowed: bool = False
    represented_by: Organisation | None = field(default=None, compare=False)

    def columns(self) -> dict[str, Any]:
        """What of it stands in the signature itself."""
        kept = {
            name: getattr(self, name) for name in self.__dataclass_fields__ if name not in ("name", "role", "email")
        }
        return kept | {"backing": list(self.backing)}


@transaction.atomic
def sign(
    *,
    compact: str,
    organisation: Organisation,
    edition: str,
    signed_on: date,
    by: str,
    at: datetime,
    answer_by: date | None = None,
    how: str = How.ONLINE,
    signs_as: str = As.SIGNATORY,
    says: Signing = Signing(),
) -> Signature:
    """Sign a Compact for an organisation, or make it a Friend; it then waits for an officer's check.

    `answer_by` is the day by which it is checked (see `clocks`). AlreadySigned where it has signed already or waits;
    CannotSign where a business would sign, or anyone else be a Friend; ValidationError where a day cannot be.
    """
    _may_sign(organisation, signs_as)
    if found := open_signature(compact, organisation):
        raise AlreadySigned(found)
    signature = Signature(
        reference=reference_in(compact),
        compact_id=compact,
        organisation=organisation,
        signs_as=signs_as,
        edition=edition,
        state=State.APPLIED,
        how=how,
        applied_at=at,
        answer_by=answer_by,
        signed_on=signed_on,
        at=at,
        by=by,
        **says.columns(),
    )
    _save_once(signature)
    if says.name:
        _keep_signer(signature, says)
    return signature


@transaction.atomic
def erase_signer(*, reference: str) -> int:
    """Erase who signed, as they may ask; the organisation's signature stays. How many went."""
    gone, _each = Signer.objects.filter(reference=reference).delete()
    return gone


@transaction.atomic
def forget_signers(*, at: datetime) -> int:
    """Forget who signed, 30 days after the sign-up was declined or ended; how many went."""
    over = Signature.objects.filter(latest=True, at__lt=at - KEPT).exclude(state__in=OPEN)
    gone, _each = Signer.objects.filter(reference__in=over.values("reference")).delete()
    return gone


def reference_in(compact: str) -> str:
    """A reference for a sign-up to a Compact, such as HC-7KQ-M42 for Hertfordshire’s."""
    return new_reference(f"{compact[0].upper()}C")


def open_signature(compact: str, organisation: Organisation) -> Signature | None:
    """The sign-up of an organisation to a Compact that waits or holds."""
    return Signature.objects.filter(
        compact__slug=compact, organisation=organisation, latest=True, state__in=OPEN
    ).first()


def follow(signature: Signature, *, state: str, by: str, at: datetime, **changed: Any) -> Signature:
    """Add the next state of a sign-up, inside the caller's transaction; ChangedMeanwhile where another came first."""
    if not Signature.objects.filter(pk=signature.pk, latest=True).update(latest=False):
        raise ChangedMeanwhile(signature.reference)
    kept = {each.attname: getattr(signature, each.attname) for each in Signature._meta.concrete_fields}  # noqa: SLF001
    del kept["id"]
    told = {"state": state, "by": by, "at": at, "reason": "", "latest": True, "version": signature.version + 1}
    following = Signature(**kept | told | changed)
    following.full_clean()
    following.save(force_insert=True)
    if _binds(signature) != _binds(following):
        signature_changed(organisation=following.organisation.slug, at=at)
    return following


def _binds(signature: Signature) -> tuple[date | None, date | None] | None:
    """From when to when a sign-up binds; None where it does not."""
    if signature.signs_as != As.SIGNATORY or signature.state not in (State.ACTIVE, *ENDED):
        return None
    return signature.signed_on, signature.ended_on


def _may_sign(organisation: Organisation, signs_as: str) -> None:
    business = organisation.sector == Sector.BUSINESS
    if business and signs_as == As.SIGNATORY:
        raise CannotSign(_("A business cannot sign. It can be a Friend."))
    if not business and signs_as == As.FRIEND:
        raise CannotSign(_("Only a business is a Friend. This organisation can sign."))


def _save_once(signature: Signature) -> None:
    try:
        with transaction.atomic():
            signature.full_clean()
            signature.save(force_insert=True)
    except (IntegrityError, ValidationError) as refused:
        if found := open_signature(signature.compact_id, signature.organisation):
            raise AlreadySigned(found) from refused
        raise


def _keep_signer(signature: Signature, says: Signing) -> None:
    signer = Signer(reference=signature.reference, name=says.name, role=says.role, email=says.email)
    signer.full_clean()
    signer.save()
