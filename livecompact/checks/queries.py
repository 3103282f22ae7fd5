"""What the check asks of the site."""

from datetime import date

from livecompact.compacts import queries
from livecompact.compacts.queries import Published


def compacts_around(actor: object, compact: Published, today: date) -> tuple[Published, ...]:
    """The Compact of the county around a district, and those of the districts within a county."""
    own = compact.agreement
    return tuple(
        each
        for each in queries.compacts(actor, today)
        if each.id != own.id and (own.parent == each.id or each.agreement.parent == own.id)
    )
