"""What of this room waits for whoever runs a Compact: requests for another form."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.formats import queries
from livecompact.formats.queries import Actor
from livecompact.frame.waiting import Waits


def waits(actor: Actor, compact: Published, at: datetime) -> Iterator[Waits]:
    """The open requests; none for who may not see them. Nothing of who asked is told, since it goes by mail too."""
    for line in queries.waiting(actor, compact, at):
        reference = line.row.reference
        words = _("Somebody asks for another form: %(choice)s, %(reference)s")
        yield Waits(
            says=words % {"choice": line.choice, "reference": reference},
            address=reverse("another_way_request", kwargs={"compact": compact.id, "reference": reference}),
            since=line.asked_on,
            by=line.row.due_on,
        )
