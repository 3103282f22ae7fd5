"""Asking organisations whether they still stand by it: each year, and once a new edition holds."""

from datetime import datetime

from django.utils.timezone import localdate

from livecompact.compacts.queries import Published, compacts
from livecompact.people.queries import holders
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.register import letters
from livecompact.register.queries import Signed, friends, signatories


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
    """Whether an organisation is due; who acts for it has a notice then."""
    occurrence = letters.asked_for(compact, each)
    if not occurrence:
        return False
    for person in holders(Role.REPRESENTATIVE, at=at, organisation=each.organisation.slug):
        record.notify(
            to=person,
            reason=letters.RENEW,
            subject=f"signature/{each.signature.reference}",
            occurrence=occurrence,
            compact=compact.id,
            at=at,
        )
    return True
