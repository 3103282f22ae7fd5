"""What follows from each public act on an organisation: its line of the record, and its place in the search."""

from datetime import datetime

from django.urls import reverse

from livecompact.record import actions as record
from livecompact.record.what import What
from livecompact.register import findable
from livecompact.register.models import ENDED, Organisation, Signature, State
from livecompact.search import actions as search


def tell(signature: Signature, what: What) -> None:
    """Write the line for the newest state of a sign-up, inside the transaction of the act."""
    by, at = signature.by, signature.at
    _write(signature.organisation, str(signature.compact_id), what, by=by, at=at, reason=signature.reason)


def tell_everywhere(organisation: Organisation, what: What, *, by: str, at: datetime, reason: str = "") -> None:
    """Write the line in every Compact whose public list has the organisation, inside the transaction of the act."""
    public = Signature.objects.filter(organisation=organisation, latest=True, state__in=[State.ACTIVE, *ENDED])
    for compact in sorted(set(public.values_list("compact__slug", flat=True))):
        _write(organisation, compact, what, by=by, at=at, reason=reason)


def _write(organisation: Organisation, compact: str, what: What, *, by: str, at: datetime, reason: str) -> None:
    """A reason is a text that can be erased later."""
    record.write(
        compact=compact,
        what=what,
        subject=f"organisation/{organisation.slug}",
        title=organisation.name,
        address=reverse("organisation", kwargs={"compact": compact, "organisation": organisation.slug}),
        role=by,
        at=at,
        organisation=organisation.slug,
        texts={"reason": reason} if reason else {},
    )
    search.put(compact=compact, room=findable.ROOM, documents=findable.documents(compact, organisation))
