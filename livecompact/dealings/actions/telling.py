"""What every act on a public dealing begins and ends with: its row, held for itself, and its line on the record."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.timezone import localdate

from livecompact.dealings.acts import agreements_now
from livecompact.dealings.models import SEEN, Dealing, Standing, State
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
    organisation: str | None = None,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Write the line of the record. No empty text.

    `organisation` is who acted, where it is not the dealing's own; empty while its name is not public.

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
        organisation=dealing.organisation.slug if organisation is None else organisation,
        touches=_touches(dealing, localdate(at)),
        texts={name: text.strip() for name, text in (texts or {}).items() if text.strip()},
    )


def _touches(dealing: Dealing, today: date) -> tuple[str, ...]:
    """What its followers follow: itself, and every promise of its home that speaks of it."""
    home = agreements_now(today).get(dealing.home_id)
    numbers = set(Standing.objects.filter(dealing=dealing, compact=dealing.home).values_list("undertaking", flat=True))
    edition = (home.edition_in_force(today) or home.newest) if home else None
    promises = [f"promise:{each.id}" for each in edition.undertakings if each.number in numbers] if edition else []
    return (f"dealing:{dealing.key}", *promises)
