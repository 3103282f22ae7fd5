"""What changed on the public list, newest first, for feeds."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings

from livecompact.compacts.models import Edition
from livecompact.compacts.queries import Published
from livecompact.record.models import Chain
from livecompact.register.models import As, Organisation, Signature, State
from livecompact.register.queries.signatories import PUBLIC, Shown

NEWEST = 50


@dataclass(frozen=True)
class Event:
    """One public change of a sign-up."""

    organisation: Organisation
    reference: str
    version: int
    at: datetime
    what: str
    reason: str


@dataclass(frozen=True)
class Events:
    """The newest changes, when the last was, and the host and year from which the feed's ids are made."""

    newest: tuple[Event, ...]
    updated: datetime
    origin: str


def events(actor: object, compact: Published) -> Events:
    """The newest public changes of a Compact's list."""
    del actor  # everyone may know them
    rows = Signature.objects.filter(compact__slug=compact.id, state__in=PUBLIC).select_related("organisation")
    newest = tuple(_event(row) for row in rows.order_by("-at", "-pk")[:NEWEST])
    published = Edition.objects.filter(sha256=compact.sha256).values_list("published_at", flat=True).first()
    updated = newest[0].at if newest else published or datetime(2000, 1, 1, tzinfo=UTC)
    origin = Chain.objects.filter(compact=compact.id).values_list("origin", flat=True).first()
    return Events(newest, updated, origin or f"{settings.SITE.host},{updated.year}")


def _event(row: Signature) -> Event:
    shown = str(Shown(row.state).label)
    if row.state == State.ACTIVE:
        shown = str(As(row.signs_as).label)
    return Event(
        row.organisation, row.reference, row.version, row.at, shown, "" if row.state == State.ACTIVE else row.reason
    )
