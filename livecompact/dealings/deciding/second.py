"""A decision between two sides waits for a second person, where the Compact asks for one.

Nobody of either side is that person. What only the two sides see is not public once decided, so it waits for nobody.
"""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts import queries as compacts
from livecompact.compacts.models import Act, SecondLook
from livecompact.compacts.second.actions import go_on
from livecompact.compacts.second.acts import NotNow, Thing, register, version_of
from livecompact.compacts.second.queries import waits_as
from livecompact.dealings.actions.disputing import AlreadySettled, decide
from livecompact.dealings.models import Dispute, Proposed, State
from livecompact.dealings.queries.deciding import may_decide
from livecompact.dealings.speaking.pages import disputed
from livecompact.people.models import Person


def join() -> None:
    """Let decisions wait."""
    register(Act.DECISION, thing, make_public, may)


@transaction.atomic
def decide_or_ask(
    *, dispute: Dispute, as_they_say: bool, reason: str, by: str, person: Person, at: datetime
) -> Dispute | None:
    """Decide a dispute; None where a second person must say yes first. AlreadySettled where it is over."""
    if dispute.dealing.state == State.PUBLIC:
        mine = Proposed(dispute=dispute, as_they_say=as_they_say, reason=reason, by=by)
        compact, subject, version = str(dispute.dealing.home_id), str(dispute.pk), _version(mine)
        if not go_on(compact=compact, act=Act.DECISION, subject=subject, version=version, by=person, at=at):
            told = {"as_they_say": as_they_say, "reason": reason, "by": by}
            Proposed.objects.update_or_create(dispute=dispute, defaults=told)
            return None
    return decide(dispute=dispute, as_they_say=as_they_say, reason=reason, by=by, at=at)


def waits(dispute: Dispute) -> bool:
    """Whether a decision of it waits for a second person."""
    return waits_as(str(dispute.dealing.home_id), Act.DECISION, str(dispute.pk)) is not None


def thing(look: SecondLook, at: datetime) -> Thing | None:  # noqa: ARG001 (every kind is asked in the same way)
    """The decision as it would be now; None where the dispute is over, or is not public any more."""
    found = _found(look)
    if found is None:
        return None
    dispute = found.dispute
    [said] = disputed(dispute.dealing, [dispute])
    right = said.says if found.as_they_say else said.record
    says = (
        (_("What they disagree over"), said.label),
        (_("What the record says"), said.record),
        (_("What %(who)s says") % {"who": said.who}, said.says),
        (_("What would be right"), right),
        (_("Why"), found.reason),
    )
    address = reverse("dispute_decide", args=[dispute.dealing.home_id, dispute.pk])
    return Thing(dispute.dealing.title, says, address, _version(found))


def may(look: SecondLook, person: Person, at: datetime) -> bool:
    """Whether somebody belongs to neither side, and runs the Compact."""
    found = _found(look)
    compact = compacts.compact(person, str(look.compact_id), localdate(at))
    return found is not None and may_decide(person, compact, found.dispute, at)


def make_public(look: SecondLook, by: Person, at: datetime) -> Dispute:  # noqa: ARG001 (as above)
    """Decide it as was proposed, in the role of who proposed it."""
    found = _found(look)
    if found is None:
        raise NotNow
    try:
        return decide(dispute=found.dispute, as_they_say=found.as_they_say, reason=found.reason, by=found.by, at=at)
    except AlreadySettled as problem:
        raise NotNow from problem


def _found(look: SecondLook) -> Proposed | None:
    rows = Proposed.objects.filter(dispute__dealing__home__slug=look.compact_id, dispute__settled="")
    rows = rows.filter(dispute_id=int(look.subject), dispute__dealing__state=State.PUBLIC)
    return rows.select_related("dispute__organisation", "dispute__dealing__organisation").first()


def _version(proposed: Proposed) -> str:
    """What stands for all that becomes public: of another decision, or over other values, a yes says nothing."""
    dispute = proposed.dispute
    record = dispute.dealing.facts.get(dispute.fact)
    told = [dispute.pk, dispute.value, record, proposed.as_they_say, proposed.reason]
    return version_of(told)
