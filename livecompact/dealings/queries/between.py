"""What only the two sides of a dealing see."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.models import Dealing, OpenRecord, State
from livecompact.dealings.queries.listing import Standings, with_standings
from livecompact.dealings.queries.whose import Actor
from livecompact.people.queries import organisations_of
from livecompact.register.models import Organisation, Sector

MOST = 50


@dataclass(frozen=True)
class OwnRecord:
    """An organisation with what only it and its partners see, and what of its own is not public yet.

    `chooses` is whether it may choose who sees it.
    """

    organisation: Organisation
    chooses: bool
    shows: bool
    shared: Standings
    ahead: tuple[Dealing, ...]


def own_record(actor: Actor, compact: Published, organisation: str, at: datetime) -> OwnRecord:
    """For who acts for the organisation; NotThere for everybody else. The newest fifty."""
    own = Organisation.objects.filter(slug=organisation, signatures__compact__slug=compact.id).first()
    if own is None or organisation not in organisations_of(actor, at=at):
        raise NotThere(organisation)
    sides = Q(organisation=own) | Q(towards=own)
    rows = Dealing.objects.filter(sides, home__slug=compact.id, state=State.SHARED)
    page = list(rows.select_related("organisation", "towards")[:MOST])
    shows = OpenRecord.objects.filter(organisation=own, until=None).exists()
    ahead = Dealing.objects.filter(organisation=own, home__slug=compact.id, state__in=[State.DRAFT, State.TOLD])
    newest = tuple(ahead.select_related("towards", "home").order_by("-updated_at", "-pk")[:MOST])
    return OwnRecord(own, own.sector == Sector.VOLUNTARY, shows, with_standings(page, compact), newest)
