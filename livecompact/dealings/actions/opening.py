"""A group chooses that everyone may see its own record, and that from now on nobody new may."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.dealings.actions.summing import show_everyone
from livecompact.dealings.actions.telling import tell
from livecompact.dealings.findable import let_be_found
from livecompact.dealings.models import Dealing, OpenRecord, State
from livecompact.kinds import kind
from livecompact.record.what import What
from livecompact.register.models import Organisation, Sector


def is_between_sides(dealing: Dealing) -> bool:
    """Whether only the two sides may see a dealing.

    Those of a kind that is private are, and those of a group, unless it shows its record.
    """
    if kind(dealing.kind).is_private:
        return True
    return dealing.organisation.sector == Sector.VOLUNTARY and not shows_its_record(dealing.organisation)


def shows_its_record(organisation: Organisation) -> bool:
    """Whether an organisation shows its own record to everyone now."""
    return OpenRecord.objects.filter(organisation=organisation, until=None).exists()


@transaction.atomic
def open_record(*, organisation: Organisation, by: str, at: datetime) -> None:
    """Show everyone what an organisation has recorded and will record; where it does so already, nothing changes."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if shows_its_record(organisation):
        return
    OpenRecord.objects.create(organisation=organisation, since=localdate(at), at=at, by=by)
    rows = Dealing.objects.select_for_update(of=("self",)).select_related("organisation", "home", "towards")
    for dealing in rows.filter(organisation=organisation, state=State.SHARED).order_by("published_at", "pk"):
        if not is_between_sides(dealing):
            dealing.state, dealing.updated_at = State.PUBLIC, at
            dealing.save(update_fields=["state", "updated_at"])
            show_everyone(dealing=dealing)
            tell(dealing, What.DEALING_PUBLISHED, by=by, at=at)
            let_be_found(dealing)


@transaction.atomic
def close_record(*, organisation: Organisation, by: str, at: datetime) -> None:
    """Keep what an organisation records from now on between the two sides; what is public stays so."""
    OpenRecord.objects.filter(organisation=organisation, until=None).update(until=localdate(at), ended_by=by)
