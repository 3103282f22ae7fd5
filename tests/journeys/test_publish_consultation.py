"""A public body publishes the consultation that it checked, without JavaScript and without typing anything again."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from livecompact.dealings.models import Dealing
from livecompact.people.models import Person as Account
from livecompact.people.roles import Role
from tests.checks.states import FULL, page
from tests.dealings.making import council
from tests.harness.browsing import visiting
from tests.harness.clock import stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.states import at
from tests.journeys.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RESULT = page("consultation", "result", **FULL)
BODY = "hartsmere-county-council"
SIGNED_IN, NOT_SIGNED_IN = 3, 5
"""So many more screens, fields and clicks, where one is signed in, and where one is not."""

type Arrive = Callable[..., Person]
type Holder = Callable[..., Account]

by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])


def described_and_published(person: Person) -> None:
    person.write("What is it called?", "Parks strategy")
    person.write("Where can people take part or read more? (optional)", "https://example.org/parks")
    person.write("In two sentences, what do you want to know?", "What should parks be for? Who should pay?")
    person.press("Continue")
    assert "Your plan keeps this." in person.says
    person.press("Publish")


@by_mouse_and_keyboard
def test_who_is_not_signed_in_signs_in_on_the_way(
    arrive: Arrive, holder: Holder, mailoutbox: list[Any], keyboard: bool, width: int
) -> None:
    person = arrive(RESULT, keyboard=keyboard, width=width)
    council()
    holder(Role.REPRESENTATIVE, organisation=BODY)
    before = len(person.screens)

    person.press("Publish this consultation")
    person.write("Email address", f"{Role.REPRESENTATIVE}@example.org")
    person.press("Send me a code")
    code = next(line for line in mailoutbox[0].body.splitlines() if line.isdecimal())
    person.write("Code of 6 numbers", code)
    person.press("Sign in")
    described_and_published(person)

    assert "Published: Parks strategy" in person.says
    assert len(person.screens) - before <= NOT_SIGNED_IN, person.screens
    assert person.fields <= NOT_SIGNED_IN
    assert person.clicks <= NOT_SIGNED_IN
    assert Dealing.objects.get().facts["closes"] == FULL["closes"]


@pytest.fixture
def represent(
    browser: Any, live_server: Any, holder: Holder, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Person]]:
    """Gives a function that sends a representative of the council to the result of a check."""

    def entered(client: Client, _role: Role | None) -> Client:
        client.force_login(holder(Role.REPRESENTATIVE, organisation=BODY))
        return client

    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch)
    council()
    with visiting(browser, live_server.url, entered, monkeypatch) as visit:

        def represented(*, width: int, keyboard: bool) -> Person:
            there = visit(at("", RESULT, role=Role.REPRESENTATIVE), width, javascript=False)
            return Person(there.page, keyboard)

        yield represented


@by_mouse_and_keyboard
def test_who_is_signed_in_needs_three_screens(represent: Arrive, keyboard: bool, width: int) -> None:
    person = represent(keyboard=keyboard, width=width)
    before = len(person.screens)

    person.press("Publish this consultation")
    described_and_published(person)

    assert len(person.screens) - before <= SIGNED_IN, person.screens
    assert person.fields <= SIGNED_IN
    assert person.clicks <= SIGNED_IN
    person.press("http")
    assert "It opens on Monday 1 March 2027." in person.says
    assert "On paper" in person.says
