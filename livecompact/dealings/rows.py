"""A row of standings as what it says."""

from livecompact.dealings.models import Standing
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
