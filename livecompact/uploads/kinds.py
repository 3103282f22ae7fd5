"""The kinds of record that come as lists, and the columns without which a list says nothing."""

from livecompact.kinds import KINDS
from livecompact.kinds.kind import Kind

NAMES = ("award", "funding-agreement", "consultation", "funding-change", "payment")
UPLOADED = {KINDS[name].part: KINDS[name] for name in NAMES}
"""The kinds whose lists can be uploaded, by their part of an address."""
WITH_AMOUNT = frozenset({"award", "payment"})
"""The kinds of which a list without amounts is not understood."""


def needed(kind: Kind) -> tuple[str, ...]:
    """The facts for which a list has to have a column."""
    return (kind.happens_on, *([kind.amount] if kind.name in WITH_AMOUNT and kind.amount else []))
