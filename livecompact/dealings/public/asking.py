"""What the query of a list's address asks for; what cannot be read asks for nothing."""

from collections.abc import Mapping

from livecompact.dealings.public.words import state_named
from livecompact.dealings.queries import Asked
from livecompact.dealings.queries.listing import Phase
from livecompact.frame.numbers import page_of


def asked_for(query: Mapping[str, str], year: int | None) -> Asked:
    """The filters and the page that an address names."""
    phase = query.get("phase", "")
    return Asked(
        phase=phase if phase in list(Phase) else "",
        organisation=query.get("organisation", "")[:100].replace("\0", ""),
        year=year,
        state=state_named(query.get("state", "")),
        page=page_of(query.get("page", "")),
    )
