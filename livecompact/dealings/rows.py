"""A row of standings as what it says, and what it says as a row."""

from livecompact.dealings.models import Dealing, Standing, State
from livecompact.dealings.standings import Settled
from livecompact.standards.judging import Answer
from livecompact.standards.standard import Verdict


def settled_of(row: Standing) -> Settled:
    """What one standard will say, as it is written."""
    return Settled(
        row.standard,
        row.undertaking,
        row.settles_on,
        Verdict(row.verdict),
        Answer(row.met),
        row.asked_on,
        row.answer_by,
        row.disputed_on,
    )


def row_of(dealing: Dealing, compact: str, of: Settled, *, is_reasoned: bool = False) -> Standing:
    """What one standard of a Compact will say of a dealing, to be written. `is_reasoned`: a reason was given for it."""
    return Standing(
        dealing=dealing,
        compact_id=compact,
        standard=of.standard,
        undertaking=of.undertaking,
        settles_on=of.settles_on,
        counts_on=of.settles_on or dealing.happens_on,
        verdict=of.verdict,
        met=of.met,
        asked_on=of.asked_on,
        answer_by=of.answer_by,
        disputed_on=of.disputed_on,
        kind=dealing.kind,
        sector=dealing.organisation.sector,
        happens_on=dealing.happens_on,
        is_public=dealing.state == State.PUBLIC,
        is_reasoned=is_reasoned,
    )
