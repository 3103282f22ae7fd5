"""Telling a registered charity that somebody signed for it, at the address that the public register has of it."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from livecompact.people import actions as people
from livecompact.people.queries import person as person_of
from livecompact.record import actions as record
from livecompact.record import queries as notices
from livecompact.register.identifiers import CHARITY
from livecompact.register.letters import CHARITY_TOLD
from livecompact.register.models import Identifier, Organisation, Signature
from livecompact.register.queries import charity

KEPT = timedelta(days=30)
"""How long the address of a charity that was told, and never signed in, is known as somebody's."""


def tell_charity(*, signature: Signature, signer: str, at: datetime) -> bool:
    """Let a charity know, where the register has an address of it other than the signer's; whether it is told."""
    email = _address_of(signature.organisation)
    if not email or email == signer.strip().lower():
        return False
    to = person_of(email) or people.add_person(email=email, at=at)
    subject, compact = f"signature/{signature.reference}", str(signature.compact_id)
    record.notify(to=to, reason=CHARITY_TOLD, subject=subject, occurrence="signed", compact=compact, at=at)
    return True


@transaction.atomic
def forget_told(*, at: datetime) -> int:
    """Forget the addresses that were only told so, 30 days later, where nobody signed in with them; how many went."""
    told = notices.only_told(reason=CHARITY_TOLD, before=at - KEPT)
    return people.forget_who_never_came(found=told, besides=notices.OF_A_PERSON)


def _address_of(organisation: Organisation) -> str:
    """The address in the register's copy; empty without one, for a charity that was removed, or where it is none."""
    number = Identifier.objects.filter(organisation=organisation, scheme=CHARITY).values_list("value", flat=True)
    for found in filter(None, map(charity, number)):
        if found.email and found.removed_on is None and _can_be_written_to(found.email):
            return found.email
    return ""


def _can_be_written_to(email: str) -> bool:
    try:
        validate_email(email)
    except ValidationError:
        return False
    return True
