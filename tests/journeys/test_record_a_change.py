"""A public body records an end of funding: from a check without an agreement, and from the agreement's own page."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Source, State
from livecompact.dealings.naming import address_of
from livecompact.kinds import kind
from livecompact.people.models import Person as Account
from livecompact.people.roles import Role
from tests.dealings.making import BY, charity, council, moment
from tests.harness.browsing import visiting
from tests.harness.clock import TODAY, stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.states import at
from tests.journeys.person import Person
from tests.journeys.test_check_funding_change import (
    EFFECT,
    OTHERS,
    VIEW,
    days_of_the_talks,
    decided_and_told,
    why_and_what_was_done,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = "hartsmere-county-council"
SCREENS, FIELDS = 12, 13

type Arrive = Callable[..., Person]
type Holder = Callable[..., Account]

by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])


@pytest.fixture
def represent(
    browser: Any, live_server: Any, holder: Holder, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Person]]:
    """Gives a function that sends a representative of the council to an address, without JavaScript."""

    def entered(client: Client, _role: Role | None) -> Client:
        client.force_login(holder(Role.REPRESENTATIVE, organisation=BODY))
        return client

    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch)
    with visiting(browser, live_server.url, entered, monkeypatch) as visit:

        def represented(address: str, *, width: int, keyboard: bool) -> Person:
            there = visit(at("", address, role=Role.REPRESENTATIVE), width, javascript=False)
            return Person(there.page, keyboard)

        yield represented


def cut_by_a_quarter(person: Person) -> None:
    person.choose("It is going down")
    person.press("Continue")
    person.write("How much is it now, a year?", "24000")
    person.write("How much will it be, a year?", "18000")
    person.press("Continue")
    decided_and_told(person, (1, 1, 2027))
    why_and_what_was_done(person, EFFECT, VIEW, OTHERS)
    days_of_the_talks(person)
    person.press("Record this change")


def told_first(person: Person) -> Dealing:
    assert "Nobody else reads it before." in person.says
    person.choose("Publish when the letter has gone, on Friday 1 January 2027")
    person.press("Save")
    assert "The change is recorded" in person.says
    assert "Dear Hartsmere Food Bank," in person.says
    return Dealing.objects.get(kind="funding-change")


@by_mouse_and_keyboard
def test_without_an_agreement_the_name_is_asked_and_stays_private(
    represent: Arrive, keyboard: bool, width: int
) -> None:
    council()
    charity()
    person = represent("/hertfordshire/check/funding-change", keyboard=keyboard, width=width)

    person.press("Start now")
    cut_by_a_quarter(person)
    person.write("Which organisation is it?", "Hartsmere Food Bank")
    person.press("Continue")
    made = told_first(person)

    assert made.state == State.TOLD
    assert (made.towards_named, made.towards_called) == (False, "a voluntary group")
    assert len(person.screens) <= SCREENS, person.screens
    assert person.fields <= FIELDS


@by_mouse_and_keyboard
def test_from_the_agreement_its_group_is_known(represent: Arrive, keyboard: bool, width: int) -> None:
    agreement = an_agreement()
    person = represent(address_of(agreement), keyboard=keyboard, width=width)
    before = len(person.screens)

    person.press("Change or end this funding")
    cut_by_a_quarter(person)
    assert "It is about the funding of Hartsmere Food Bank" in person.says
    person.press("Continue")
    made = told_first(person)

    assert (made.towards, made.follows) == (agreement.towards, agreement)
    assert len(person.screens) - before <= SCREENS, person.screens
    assert person.fields <= FIELDS


def an_agreement() -> Dealing:
    """An agreement on record between the council and the food bank."""
    return actions.publish_dealing(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=council(),
        told=actions.Told(
            kind="funding-agreement",
            title="Food parcels",
            facts=kind("funding-agreement").read({"made": "2025-03-01", "starts": "2025-04-01", "ends": "2028-03-31"}),
            towards=charity(),
        ),
        source=Source.ORGANISATION,
        own=True,
        by=BY,
        at=moment(TODAY),
    )
