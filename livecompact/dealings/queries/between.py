"""What only the two sides of a dealing see, and what everyone sees of it in totals."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.models import SEEN, Dealing, OpenRecord, Standing, State
from livecompact.dealings.queries.counts import Counts, counted
from livecompact.dealings.queries.days import shown_on
from livecompact.dealings.queries.listing import Standings, with_standings
from livecompact.dealings.queries.whose import Actor
from livecompact.dealings.standings import Shown
from livecompact.people.queries import organisations_of
from livecompact.register.models import Organisation, Sector

FEWEST = 5
"""Of fewer organisations than this, no total is told: one could be picked out."""
MOST = 50


@dataclass(frozen=True)
class OwnRecord:
    """An organisation with what only it and its partners see. `chooses` is whether it may choose who sees it."""

    organisation: Organisation
    chooses: bool
    shows: bool
    shared: Standings


def own_record(actor: Actor, compact: Published, organisation: str, at: datetime) -> OwnRecord:
    """For who acts for the organisation; NotThere for everybody else. The newest fifty."""
    own = Organisation.objects.filter(slug=organisation, signatures__compact__slug=compact.id).first()
    if own is None or organisation not in organisations_of(actor, at=at):
        raise NotThere(organisation)
    sides = Q(organisation=own) | Q(towards=own)
    rows = Dealing.objects.filter(sides, home__slug=compact.id, state=State.SHARED)
    page = list(rows.select_related("organisation", "towards")[:MOST])
    shows = OpenRecord.objects.filter(organisation=own, until=None).exists()
    return OwnRecord(own, own.sector == Sector.VOLUNTARY, shows, with_standings(page, compact))


def sector_counts(actor: object, compact: Published, on: date, since: date) -> Counts | None:  # noqa: ARG001 (totals are for everyone)
    """How the checks of groups stand that settled between two days, all groups together.

    None where so few keep their own record to themselves that one could be picked out, or no group is in it.
    """
    of_groups = Q(dealing__state__in=SEEN, dealing__organisation__sector=Sector.VOLUNTARY)
    rows = Standing.objects.filter(of_groups, compact__slug=compact.id, counts_on__range=(since, on))
    hidden = rows.filter(dealing__state=State.SHARED)
    groups = hidden.aggregate(groups=Count("dealing__organisation", distinct=True))["groups"]
    if 0 < groups < FEWEST:
        return None
    shown = rows.order_by().annotate(shown=shown_on(on)).exclude(shown=Shown.NOT_YET_DUE)
    found = counted(shown.values("shown").annotate(count=Count("pk")), "count")
    return found if found.settled else None
