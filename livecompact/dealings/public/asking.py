"""What the query of a list's address asks for: its filters, and a page."""

from collections.abc import Mapping

from livecompact.dealings.public.words import state_named, states
from livecompact.dealings.queries import Asked
from livecompact.dealings.queries.listing import Phase
from livecompact.frame.filters import refuse_unknown
from livecompact.frame.numbers import page_of

LONGEST_NAME = 100


def asked_for(query: Mapping[str, str], year: int | None) -> Asked:
    """The filters and the page that an address names; BadRequest where it names what there is not."""
    refuse_unknown(query, {"phase": list(Phase), "organisation": None, "state": states(), "page": None})
    return Asked(
        phase=query.get("phase", ""),
        organisation=typed_name(query),
        year=year,
        state=state_named(query.get("state", "")),
        page=page_of(query.get("page", "")),
    )


def typed_name(query: Mapping[str, str]) -> str:
    """The name of an organisation, or a part of its name or address, as it was typed."""
    return query.get("organisation", "")[:LONGEST_NAME].replace("\0", "")
