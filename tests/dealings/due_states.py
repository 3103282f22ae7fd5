"""An organisation's own days, in each state."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.own import Entry, add_funding
from livecompact.dealings.models import Dealing, FundingEntry, Source
from livecompact.kinds import kind
from livecompact.people.roles import Role
from livecompact.register.models import Organisation
from tests.dealings.making import BY, charity, consultation, council, moment
from tests.harness.clock import TODAY, stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at

HERE = "/hertfordshire/organisations/hartsmere-food-bank"
KEY, PASSED = "fund234567", "fund345678"


def award(body: Organisation, group: Organisation, title: str = "Warm rooms", **facts: Any) -> Dealing:
    """A grant of a public body to a group, on record since February."""
    told = {"awarded": "2026-02-01", "starts": "2026-04-01", "ends": "2027-03-31", "amount": "24000", **facts}
    return actions.publish_dealing(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=body,
        told=actions.Told(kind="award", title=title, facts=kind("award").read(told), towards=group),
        source=Source.ORGANISATION,
        own=True,
        by=BY,
        at=moment(date(2026, 2, 1)),
    )


def entry(
    group: Organisation, key: str, *, ends: int, title: str = "Food van", funder: str = "A trust"
) -> FundingEntry:
    """An entry of a group's own, which ends so many days from today."""
    ends_on = TODAY + timedelta(days=ends)
    said = Entry(title=title, funder=funder, ends_on=ends_on, amount=Decimal(9000), report_on=ends_on)
    made = add_funding(organisation=group, entry=said, by=BY, at=moment(TODAY))
    FundingEntry.objects.filter(pk=made.pk).update(key=key)
    made.key = key
    return made


def funded(patch: pytest.MonkeyPatch) -> None:
    """A group with a published grant and two entries of its own, one of which ends next month."""
    both_compacts(patch)
    stop_the_clock(patch)
    group = charity()
    award(council(), group)
    entry(group, KEY, ends=300)
    entry(group, PASSED, ends=30, title="Youth club")


def nothing_yet(patch: pytest.MonkeyPatch) -> None:
    """A group, and nothing else."""
    both_compacts(patch)
    stop_the_clock(patch)
    charity()


def very_long(patch: pytest.MonkeyPatch) -> None:
    """A group whose funding has very long names."""
    both_compacts(patch)
    stop_the_clock(patch)
    group = charity()
    award(council(LONG_WORD[:150]), group, LONG_WORD[:100])
    entry(group, PASSED, ends=30, title=LONG_WORD[:100], funder=LONG_WORD[:100])


def busy(patch: pytest.MonkeyPatch) -> None:
    """A public body with days ahead and days that have passed, whom the group's person also acts for."""
    both_compacts(patch)
    stop_the_clock(patch)
    body = council("Hartsmere Food Bank")
    consultation(body, "Late answer")
    consultation(body, "Coming", opens="2026-11-01", closes="2027-02-01", announced="2026-10-01")


OWN: dict[str, Any] = {"role": Role.REPRESENTATIVE, "cookies": True, "prepare": funded}

STATES = (
    at("organisation_due", f"{HERE}/due", **OWN | {"prepare": busy}),
    at("organisation_due", f"{HERE}/due", Kind.EMPTY, **OWN | {"prepare": nothing_yet}),
    at("organisation_due", f"{HERE}/due", Kind.LONG, **OWN | {"prepare": very_long}),
    at("organisation_funding", f"{HERE}/funding", **OWN),
    at("organisation_funding", f"{HERE}/funding", Kind.EMPTY, **OWN | {"prepare": nothing_yet}),
    at("organisation_funding", f"{HERE}/funding", Kind.LONG, **OWN | {"prepare": very_long}),
    at("organisation_funding_add", f"{HERE}/funding/add", **OWN),
    State(
        "organisation_funding_add", Kind.ERROR, (Step(f"{HERE}/funding/add", {"title": "", "amount": "much"}),), **OWN
    ),
    at("organisation_funding_edit", f"{HERE}/funding/{KEY}", **OWN),
    State("organisation_funding_edit", Kind.ERROR, (Step(f"{HERE}/funding/{KEY}", {"title": ""}),), **OWN),
    at("organisation_funding_edit", f"{HERE}/funding/nobody2345", Kind.ERROR, **OWN | {"status": 404}),
    at("organisation_funding_letter", f"{HERE}/funding/{PASSED}/letter", **OWN),
    at("organisation_funding_letter", f"{HERE}/funding/{KEY}/letter", Kind.ERROR, **OWN | {"status": 404}),
    at("organisation_calendar", f"{HERE}/calendar", **OWN),
    State("organisation_calendar", Kind.NORMAL, (Step(f"{HERE}/calendar", {}),), **OWN),
    at("private_calendar", "/my-calendar/nobody-has-this.ics", Kind.ERROR, status=404, prepare=nothing_yet),
)
