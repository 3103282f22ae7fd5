"""What waits for whoever runs a Compact: that two sides disagree, and had the time to agree by themselves."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.deciding.pages import deciding_address
from livecompact.dealings.standings import last_day_to_answer
from livecompact.frame.waiting import Waits
from livecompact.people.models import Person
from livecompact.people.queries import is_officer


def waits(actor: Person | AnonymousUser, compact: Published, at: datetime) -> Iterator[Waits]:
    """The disputes that are older than the time that a body has to answer; none for who does not run the Compact."""
    if not is_officer(actor, at=at, compact=compact.id):
        return
    today = localdate(at)
    for each in queries.to_decide(actor, compact, at):
        until = last_day_to_answer(compact.agreement, each.dispute.on)
        if each.is_of_a_side or until is None or until >= today:
            continue
        words = _("Decide where two sides disagree on “%(title)s”")
        yield Waits(
            says=words % {"title": each.dispute.dealing.title},
            address=deciding_address(compact, each.dispute),
            since=until,
        )
