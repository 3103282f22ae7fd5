"""What of this room waits for whoever runs a Compact: invitations that ran out without an answer."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.frame.waiting import Waits, Yes
from livecompact.people import queries
from livecompact.people.mine import day
from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.people.told import ROLES


class Compact(Protocol):
    """Whatever is called by its name in addresses: this room knows no Compacts."""

    @property
    def id(self) -> str:
        """Its name in addresses."""


def waits(actor: Person | AnonymousUser, compact: Compact, at: datetime) -> Iterator[Waits]:
    """The invitations to be sent again or taken back; none for who is no officer there."""
    if not queries.is_officer(actor, at=at, compact=compact.id):
        return
    address = reverse("people_of_compact", kwargs={"compact": compact.id})
    for each in queries.unanswered(at=at, compact=compact.id):
        words = _("Nobody answered an invitation: %(role)s, %(email)s") % {
            "role": ROLES[Role(each.role)],
            "email": each.person.email,
        }
        again = Yes(_("Send again"), address, (("again", str(each.pk)),))
        yield Waits(says=words, address=address, since=day(each.dies_at), yes=again)
