"""A saved dealing as a judge sees it, and the agreements of the Compacts that judge it."""

from collections.abc import Mapping
from datetime import date

from livecompact.agreements import Agreement
from livecompact.compacts import queries as compacts
from livecompact.dealings.models import Dealing
from livecompact.dealings.standings import Act
from livecompact.kinds import kind
from livecompact.register.models import Identifier, Organisation, Sector
from livecompact.standards.facts import Facts
from livecompact.standards.standard import Side

SITE = None
"""Nobody in particular: what the site itself asks, in an action."""


def act_of(dealing: Dealing, facts: Facts | None = None) -> Act:
    """A dealing with its facts, or with others, and who acted. One query, for the identifiers."""
    of = kind(dealing.kind)
    return Act(
        of,
        of.read(dealing.facts) if facts is None else facts,
        side_of(dealing.organisation),
        org_ids(dealing.organisation),
    )


def side_of(organisation: Organisation) -> Side:
    """The side of a Compact on which an organisation stands."""
    return Side.STATUTORY if organisation.sector == Sector.STATUTORY else Side.VOLUNTARY


def org_ids(organisation: Organisation) -> tuple[str, ...]:
    """An organisation's identifiers, such as "GB-CHC-1187463"."""
    rows = Identifier.objects.filter(organisation=organisation)
    return tuple(f"{row.scheme}-{row.value}" for row in rows)


def agreements_now(today: date) -> dict[str, Agreement]:
    """The agreement of each Compact that is published, by its slug."""
    return {each.id: each.agreement for each in compacts.compacts(SITE, today)}


def touching(home: str, known: Mapping[str, Agreement]) -> frozenset[str]:
    """The Compacts whose area is that of a home, holds it, or lies in it; of those that are known."""
    near = {home, known[home].parent, *(slug for slug, each in known.items() if each.parent == home)}
    return frozenset(near & known.keys())
