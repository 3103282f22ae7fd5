"""What every act on a public dealing begins and ends with: its row, held for itself, and its line on the record."""

from collections.abc import Mapping
from datetime import datetime

from livecompact.dealings.models import SEEN, Dealing, State
from livecompact.dealings.naming import address_of, subject_of
from livecompact.record import actions as record
from livecompact.record.what import What


def held(dealing: Dealing) -> Dealing:
    """The row as it is now, which nobody else changes until the end; DoesNotExist where it is only a draft, or gone."""
    rows = Dealing.objects.select_for_update(of=("self",)).select_related("organisation", "home")
    return rows.get(pk=dealing.pk, state__in=SEEN)


def tell(
    dealing: Dealing,
    what: What,
    *,
    by: str,
    at: datetime,
    organisation: str = "",
    texts: Mapping[str, str] | None = None,
) -> None:
    """Write the line of the record; `organisation` is who acted, where it is not the dealing's own. No empty text.

    Of what only the two sides see, the public record says nothing.
    """
    if dealing.state in (State.SHARED, State.TAKEN_BACK):
        return
    record.write(
        compact=dealing.home_id,
        what=what,
        subject=subject_of(dealing),
        title=dealing.title,
        address=address_of(dealing),
        role=by,
        at=at,
        organisation=organisation or dealing.organisation.slug,
        texts={name: text.strip() for name, text in (texts or {}).items() if text.strip()},
    )
