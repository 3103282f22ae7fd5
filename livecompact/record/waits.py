"""What of this room waits for whoever runs a Compact: mail that could not be sent."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.frame.waiting import Waits, Yes
from livecompact.people.models import Person
from livecompact.people.queries import is_officer
from livecompact.record import queries
from livecompact.record.joining import Compact

MOST = 20


def waits(actor: Person | AnonymousUser, compact: Compact, at: datetime) -> Iterator[Waits]:
    """The mails that failed, each to be tried again; none for who is no officer there."""
    if not is_officer(actor, at=at, compact=compact.id):
        return
    address = reverse("unsent", kwargs={"compact": compact.id})
    for mail in queries.unsent(actor, compact.id, at_most=MOST):
        if mail.failed:
            words = _("An email to %(to)s was not sent: %(about)s") % {"to": mail.to, "about": mail.about}
            again = Yes(_("Try again"), address, (("again", str(mail.pk)),))
            yield Waits(says=words, address=address, since=mail.since, yes=again)
