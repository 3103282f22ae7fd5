"""The pages of complaints about data, in each state."""

from datetime import date
from typing import Any

import pytest

from livecompact.complaints import actions
from livecompact.complaints.models import Complaint
from livecompact.people.roles import Role
from tests.harness.compacts import NOW, both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at

FORM = "/privacy/complain"
REFERENCE, KEY = "DP-222-333", "a-key"
OFFICE: dict[str, Any] = {"role": Role.ADMINISTRATOR, "cookies": True}
FULL = {"says": "My name is misspelt.", "name": "Jo Ray", "email": "jo@example.org", "address": ""}


def made(*, reference: str = REFERENCE, key: str = KEY, **told: str) -> Complaint:
    """A complaint by email, unless told otherwise; its reference and key are ones that a test can name."""
    said = FULL | told
    says = said.pop("says")
    row = actions.complain(says=says, complainer=actions.Complainer(**said), by="anybody", at=NOW)
    Complaint.objects.filter(pk=row.pk).update(reference=reference, key=key)
    row.refresh_from_db()
    return row


def one(patch: pytest.MonkeyPatch) -> None:
    """One complaint waits, and one came by post."""
    both_compacts(patch)
    made()
    made(reference="DP-222-444", key="another", email="", address="1 High Street")


def at_length(patch: pytest.MonkeyPatch) -> None:
    """One whose words and answer are very long."""
    both_compacts(patch)
    row = made(says=LONG_WORD, name=LONG_WORD[:200])
    actions.answer(complaint=row, outcome=LONG_WORD, by="Administrator", at=NOW)


def too_many(patch: pytest.MonkeyPatch) -> None:
    """More come than are taken in an hour."""
    both_compacts(patch)
    patch.setattr(actions, "MOST_AN_HOUR", 0)


def put_off(patch: pytest.MonkeyPatch) -> None:
    """One whose answer takes longer."""
    both_compacts(patch)
    actions.take_longer(
        complaint=made(), until=date(2027, 2, 1), longer_why="We wait for a reply.", by="Administrator", at=NOW
    )


STATES = (
    at("data_complaint", FORM, cookies=True),
    State("data_complaint", Kind.ERROR, (Step(FORM, {"says": "", "email": "jo"}),), cookies=True),
    State("data_complaint", Kind.LONG, (Step(FORM, FULL | {"says": LONG_WORD, "email": ""}),), cookies=True),
    State("data_complaint", Kind.ERROR, (Step(FORM, FULL),), status=503, prepare=too_many),
    State("data_complaint_sent", Kind.NORMAL, (Step(FORM, FULL),), prepare=both_compacts, cookies=True),
    at("data_complaint_sent", f"{FORM}/{KEY}", Kind.LONG, prepare=at_length),
    at("data_complaint_sent", f"{FORM}/no-such-key", Kind.ERROR, status=404),
    at("data_complaints", "/privacy/complaints", prepare=one, **OFFICE),
    at("data_complaints", "/privacy/complaints", Kind.EMPTY, **OFFICE),
    at("data_complaint_answer", f"/privacy/complaints/{REFERENCE}", prepare=one, **OFFICE),
    at("data_complaint_answer", "/privacy/complaints/DP-222-444", prepare=one, **OFFICE),
    at("data_complaint_answer", f"/privacy/complaints/{REFERENCE}", Kind.LONG, prepare=at_length, **OFFICE),
    at("data_complaint_sent", f"{FORM}/{KEY}", prepare=put_off),
    at("data_complaint_longer", f"/privacy/complaints/{REFERENCE}/longer", prepare=one, **OFFICE),
    at("data_complaint_longer", "/privacy/complaints/DP-222-444/longer", prepare=one, **OFFICE),
    State(
        "data_complaint_longer",
        Kind.ERROR,
        (Step(f"/privacy/complaints/{REFERENCE}/longer", {"until-day": "1", "longer_why": ""}),),
        prepare=one,
        **OFFICE,
    ),
    State(
        "data_complaint_answer",
        Kind.ERROR,
        (Step(f"/privacy/complaints/{REFERENCE}", {"outcome": ""}),),
        prepare=one,
        **OFFICE,
    ),
)
