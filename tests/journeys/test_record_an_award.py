"""A public body records an award, and it is read on its page, its organisation's and its promise's."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from livecompact.people.models import Person as Account
from livecompact.people.roles import Role
from tests.dealings.making import charity, council
from tests.harness.browsing import visiting
from tests.harness.clock import stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.states import at
from tests.journeys.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = "hartsmere-county-council"
SCREENS, FIELDS, CLICKS = 4, 7, 5

type Send = Callable[..., Person]


@pytest.fixture
def represent(
    browser: Any, live_server: Any, holder: Callable[..., Account], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Send]:
    """Gives a function that sends a representative of the council to an address, and a visitor likewise."""

    def entered(client: Client, role: Role | None) -> Client:
        if role:
            client.force_login(holder(role, organisation=BODY))
        return client

    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch)
    council()
    charity()
    with visiting(browser, live_server.url, entered, monkeypatch) as visit:

        def sent(address: str, role: Role | None, *, width: int, keyboard: bool) -> Person:
            return Person(visit(at("", address, role=role), width, javascript=False).page, keyboard)

        yield sent


@pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])
def test_an_award_is_recorded_in_four_screens_and_read_where_it_belongs(
    represent: Send, keyboard: bool, width: int
) -> None:
    person = represent("/hertfordshire/record-something", Role.REPRESENTATIVE, keyboard=keyboard, width=width)

    person.press("Award or refusal")
    person.write("What is it called?", "Lunch club")
    person.write("Who gets it? (optional)", "Hartsmere Food Bank")
    person.day("When was it decided?", 2, "March", 2026)
    person.write("How much was awarded? (optional)", "£12,500")
    person.write("For how many months does it last? (optional)", "36")
    person.press("Continue")
    assert "Your plan keeps this." in person.says
    person.press("Publish")

    assert "Published: Lunch club" in person.says
    assert len(person.screens) <= SCREENS, person.screens
    assert person.fields <= FIELDS
    assert person.clicks <= CLICKS
    for address in ("awards/2026/lunch-club", f"organisations/{BODY}", "promises/3.4"):
        said = represent(f"/hertfordshire/{address}", None, keyboard=keyboard, width=width).says
        assert "Lunch club" in said, address
        assert "Hartsmere Food Bank" in said, address
