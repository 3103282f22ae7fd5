"""What waits for whoever runs a Compact: bodies that nobody has told of what is said to be missing."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.naming import named
from livecompact.frame.waiting import Waits
from livecompact.people.models import Person
from livecompact.people.queries import is_officer


def waits(actor: Person | AnonymousUser, compact: Published, at: datetime) -> Iterator[Waits]:
    """What a body was not reached about; none for who does not run the Compact."""
    if not is_officer(actor, at=at, compact=compact.id):
        return
    for each in queries.untold(compact):
        words = _("Tell %(name)s that “%(title)s” is said to be missing, and say when you did")
        yield Waits(
            says=words % {"name": named(each.body), "title": each.title},
            address=reverse("missing_reached", kwargs={"compact": compact.id, "key": each.key}),
            since=localdate(each.at),
        )
