"""Another email address for a person who stays the same: their roles and all that hangs on the account stay theirs."""

from datetime import datetime
from functools import partial

from allauth.account.models import EmailAddress
from django.db import transaction

from livecompact.people.actions.people import end_invitations
from livecompact.people.actions.sessions import end_sessions
from livecompact.people.models import Person, Seat
from livecompact.people.personal import followers_of_addresses
from livecompact.people.told import tell_address_changed


@transaction.atomic
def change_email(*, person: Person, email: str, at: datetime, keep: str = "") -> Person:
    """Let a person sign in with another address, which is proved; the old one is told.

    Their sessions end, but for the one of the key `keep`, and so do invitations that were sent to the old address.
    ValidationError where the address is in use or is none.
    """
    row = Person.objects.select_for_update().get(pk=person.pk)
    old, row.email = row.email, email.strip().lower()
    row.full_clean()
    row.save(update_fields=["email"])
    Seat.objects.filter(given_by=old).update(given_by=row.email)
    Seat.objects.filter(ended_by=old).update(ended_by=row.email)
    end_invitations(person=row, at=at)
    EmailAddress.objects.filter(user=row).delete()
    for follow in followers_of_addresses():
        follow(old=old, new=row.email)
    end_sessions(person=row, keep=keep)
    transaction.on_commit(partial(tell_address_changed, old))
    return row
