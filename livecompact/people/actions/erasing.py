"""Erasing a person: everything that says who it was goes, and what was done for an organisation stays."""

import logging
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from livecompact.people.models import Invitation, Person, Seat, Session
from livecompact.people.personal import Whom, erasers
from livecompact.people.queries import holders
from livecompact.people.roles import Role

log = logging.getLogger("livecompact.people")

GONE = "somebody who has left"
"""What stands where their address stood: that a role was given by somebody is still to be seen."""


class LastAdministrator(Exception):
    """Nobody could give the role again: another administrator must be there first."""

    SAYS = _("This is the only administrator. Invite another one first")


@transaction.atomic
def erase(*, whom: Whom, by: str, at: datetime) -> int:
    """Erase a person from every room; how many rows that touched. `by` is a role, never a person.

    LastAdministrator where the site would have none after it. Asked again, it finds nothing.
    """
    administrators = list(holders(Role.ADMINISTRATOR, at=at))
    if whom.person and administrators == [whom.person]:
        raise LastAdministrator
    touched = sum(erase_from(whom=whom, by=by, at=at) for erase_from in erasers())
    log.info("a person was erased", extra={"about": {"by": by, "rows": touched}})
    return touched


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Erase the account, and with it roles, sessions, second factors, notices and whatever else hangs on it."""
    given = Seat.objects.filter(given_by=whom.email).update(given_by=GONE)
    ended = Seat.objects.filter(ended_by=whom.email).update(ended_by=GONE)
    addresses, _each = EmailAddress.objects.filter(email__iexact=whom.email).delete()
    if whom.person is None:
        return int(given + ended + addresses)
    Invitation.objects.filter(sent_by=whom.person).delete()
    Session.objects.filter(person=whom.person).delete()
    gone, _each = Person.objects.filter(pk=whom.person.pk).delete()
    return int(given + ended + addresses + gone)
