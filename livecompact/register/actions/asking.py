"""Asking organisations whether they still stand by it: each year, and once a new edition holds."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.compacts.queries import Published, compacts
from livecompact.people import actions as people
from livecompact.people.models import Person
from livecompact.people.queries import holders
from livecompact.people.queries import person as person_of
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record import queries as notices
from livecompact.register import letters
from livecompact.register.actions.deciding import renew
from livecompact.register.models import Signature
from livecompact.register.queries import Signed, asked_for, friends, renewal_asked, signatories

BY = "the organisation"
KEPT = timedelta(days=30)
"""How long an address is known as somebody's that was only asked whether its organisation still agrees."""


def ask_to_renew(*, at: datetime) -> int:
    """Ask who acts for each organisation that is due; how many organisations are.

    Done again, nobody is told again: a notice is of one year, or of one edition. Those for whom nobody acts on the
    site are among what waits for the officer.
    """
    today, due = localdate(at), 0
    for compact in compacts(None, today):
        for each in (*signatories(None, compact, today), *friends(None, compact, today)):
            due += _ask(compact, each, at)
    return due


def _ask(compact: Published, each: Signed, at: datetime) -> bool:
    """Whether an organisation is due; who acts for it has a notice then, or where nobody does, its contact."""
    occurrence = asked_for(compact, each)
    if not occurrence:
        return False
    acting = holders(Role.REPRESENTATIVE, at=at, organisation=each.organisation.slug)
    contact = () if acting else _contact(each, at)
    for person in (*acting, *contact):
        record.notify(
            to=person,
            reason=letters.RENEW_BY_LINK if contact else letters.RENEW,
            subject=f"signature/{each.signature.reference}",
            occurrence=occurrence,
            compact=compact.id,
            at=at,
        )
    return True


@transaction.atomic
def renew_by_link(*, compact: Published, reference: str, occurrence: str, at: datetime) -> Signature | None:
    """Renew what a mail asked an organisation's contact for; None where it is not asked any more: nothing happens."""
    found = renewal_asked(compact, reference, occurrence, localdate(at))
    if found is None:
        return None
    edition = compact.edition.id
    return renew(signature=found.signature, edition=edition, renewed_on=localdate(at), by=BY, at=at)


@transaction.atomic
def forget_asked(*, at: datetime) -> int:
    """Forget the addresses that were only asked so, 30 days later, where nobody signed in with them; how many went."""
    told = notices.only_told(reason=letters.RENEW_BY_LINK, before=at - KEPT)
    return people.forget_who_never_came(found=told, besides=notices.OF_A_PERSON)


def _contact(each: Signed, at: datetime) -> tuple[Person, ...]:
    """Who reads the address that an organisation gave for the Compact; nobody for the organisations of an example."""
    email = each.signature.contact_email
    if not email or each.organisation.invented:
        return ()
    return (person_of(email) or people.add_person(email=email, at=at),)
