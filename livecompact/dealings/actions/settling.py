"""Ending what two sides disagree over, in the transaction of the act that ends it."""

from datetime import datetime

from django.utils.timezone import localdate

from livecompact.dealings.actions.telling import tell
from livecompact.dealings.models import Dealing, Dispute, HowSettled, Proposed
from livecompact.dealings.said_values import decoded
from livecompact.dealings.speaking.notices import tell_sides
from livecompact.dealings.speaking.who import slug_said
from livecompact.kinds import kind
from livecompact.record.what import What
from livecompact.standards.facts import Facts

SETTLED = "dispute-settled"
"""The reason of the notice to both sides that they agree again."""


def settle(dispute: Dispute, how: HowSettled, *, by: str, at: datetime, reason: str = "") -> None:
    """Note how it ended, on the record, and tell both sides."""
    dispute.settled, dispute.settled_on, dispute.settled_by = how, localdate(at), by
    dispute.reason = reason.strip()
    dispute.full_clean()
    dispute.save()
    Proposed.objects.filter(dispute=dispute).delete()
    who, texts = slug_said(dispute.dealing, dispute.organisation), {"why": reason}
    tell(dispute.dealing, What.SIDES_AGREE, by=by, at=at, organisation=who, texts=texts)
    tell_sides(dispute, SETTLED, at)


def settle_agreed(dealing: Dealing, facts: Facts, *, by: str, at: datetime) -> None:
    """End those that say what the facts now say: the record was changed to it."""
    rows = Dispute.objects.filter(dealing=dealing, settled="").select_related("organisation")
    for dispute in rows.select_for_update(of=("self",)):
        if decoded(kind(dealing.kind).by_name[dispute.fact], dispute.value) == facts[dispute.fact]:
            dispute.dealing = dealing
            settle(dispute, HowSettled.ACCEPTED, by=by, at=at)
