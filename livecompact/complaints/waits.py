"""What of this room waits for who runs the site: complaints that are not answered."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.complaints import queries
from livecompact.complaints.queries import Actor
from livecompact.frame.waiting import Waits


def waits(actor: Actor, compact: object, at: datetime) -> Iterator[Waits]:  # noqa: ARG001 (they are of the whole site)
    """The open complaints, for an administrator; nothing of who complains is told, since it goes by mail too."""
    for line in queries.waiting(actor, at):
        reference = line.row.reference
        yield Waits(
            says=_("Somebody complains about their data: %(reference)s") % {"reference": reference},
            address=reverse("data_complaint_answer", kwargs={"reference": reference}),
            since=line.received_on,
            by=line.due,
        )
