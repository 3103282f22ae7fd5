"""What is open or coming for the same groups, for whoever plans to ask them too."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing, Judged, State

MOST = 200
"""So many consultations are looked at; no area has had as many at once."""


def open_or_coming(actor: object, compact: Published, today: date) -> tuple[Dealing, ...]:  # noqa: ARG001 (what is public is for everyone)
    """The public consultations of a Compact that are open or will open, the earliest first. One query."""
    judged = Judged.objects.filter(dealing=OuterRef("pk"), compact__slug=compact.id)
    here = Q(home__slug=compact.id) | Q(Exists(judged))
    rows = Dealing.objects.filter(here, kind="consultation", state=State.PUBLIC)
    rows = rows.filter(Q(ends_on=None) | Q(ends_on__gte=today)).select_related("organisation")
    return tuple(
        each for each in rows.order_by("happens_on", "pk")[:MOST] if each.facts.get("affects_groups") is not False
    )
