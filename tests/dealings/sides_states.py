"""What the pages show once the other side has spoken: each page by which it does, in each state."""

from datetime import date
from typing import Any

import pytest

from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Dispute
from livecompact.people.roles import Role
from livecompact.register.models import Organisation
from tests.dealings.making import BY, moment
from tests.dealings.records import HERE, LONG, records, very_long
from tests.harness.states import LONG_WORD, Kind, State, Step, at

LIBRARY = f"{HERE}/2026/library-hours"
LONG_ONE = f"{HERE}/2026/{LONG_WORD[:74].lower()}"
DISPUTE, ENDED = 700_001, 700_002


def disputed(patch: pytest.MonkeyPatch) -> None:
    """The records, one of them with a day over which the two sides disagree and one on which they agree again."""
    records(patch)
    library = Dealing.objects.get(title="Library hours")
    group = Organisation.objects.get(slug="hartsmere-food-bank")
    _dispute(library, group, "announced", date(2026, 2, 9), DISPUTE)
    _dispute(library, group, "feedback_due", date(2026, 9, 9), ENDED)
    actions.take_back(dispute=Dispute.objects.get(pk=ENDED), by=BY, at=moment(date(2026, 9, 3)))


def long_disputed(patch: pytest.MonkeyPatch) -> None:
    """A dispute whose every word is long."""
    very_long(patch)
    made = Dealing.objects.get(title=LONG_WORD[:100])
    group = Organisation.objects.exclude(pk=made.organisation_id).get()
    _dispute(made, group, "announced", date(2026, 2, 9), DISPUTE, text=LONG)


def _dispute(made: Dealing, group: Organisation, fact: str, value: date, number: int, *, text: str = "") -> None:
    day = moment(date(2026, 9, 2))
    said = actions.dispute(dealing=made, fact=fact, value=value, organisation=group, by=BY, at=day, text=text)
    Dispute.objects.filter(pk=said.pk).update(id=number)


def _by(route: str, address: str, kind: Kind = Kind.NORMAL, fields: dict[str, str] | None = None, **rest: Any) -> State:
    rest = {"prepare": records, "role": Role.OFFICER, "cookies": True, **rest}
    return State(route, kind, (Step(address, fields),), **rest)


STATES = (
    at("dealing", LIBRARY, prepare=disputed),
    at("dealing", LONG_ONE, Kind.LONG, prepare=long_disputed),
    _by("dealing_disagree", f"{LIBRARY}/disagree"),
    _by("dealing_disagree", f"{LIBRARY}/disagree?sent=1", Kind.ERROR),
    _by("dealing_disagree", f"{LIBRARY}/disagree?fact=announced"),
    _by("dealing_disagree", f"{LIBRARY}/disagree?fact=themes", Kind.ERROR, {"what": "other", "value": "some"}),
    _by("dealing_agree", f"{LIBRARY}/disagree/{DISPUTE}", prepare=disputed),
    _by("dealing_agree", f"{LIBRARY}/disagree/{ENDED}", Kind.EMPTY, prepare=disputed),
    _by("dealing_agree", f"{LONG_ONE}/disagree/{DISPUTE}", Kind.LONG, prepare=long_disputed),
)
