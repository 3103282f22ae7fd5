"""What waits for whoever runs a Compact: consultations after which nobody said what changed."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.dealings.naming import in_compact, named
from livecompact.dealings.reminding.due import feedback_overdue
from livecompact.frame.waiting import Waits
from livecompact.people.models import Person
from livecompact.people.queries import is_officer


def waits(actor: Person | AnonymousUser, compact: Published, at: datetime) -> Iterator[Waits]:
    """The consultations whose own day for it is over; none for who does not run the Compact. One query."""
    if not is_officer(actor, at=at, compact=compact.id):
        return
    for dealing, day in feedback_overdue(compact.id, localdate(at)):
        words = _("Ask %(name)s what changed after “%(title)s”")
        yield Waits(
            says=words % {"name": named(dealing.organisation), "title": dealing.title},
            address=in_compact("dealing_feedback", dealing),
            since=day,
        )
