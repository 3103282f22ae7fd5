"""After signing: an officer puts it on the list; the organisation renews, agrees to a new edition, leaves, merges."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from livecompact.people.roles import Role
from livecompact.register.models import Signature
from tests.harness.browsing import visiting
from tests.harness.states import at
from tests.journeys.person import Person
from tests.register.some import LIST, add, few

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BANK = "hartsmere-food-bank"
OURS = f"{LIST}/{BANK}/ours"
TODAY = timezone.localdate()
type Come = Callable[..., Person]

by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])


@pytest.fixture
def come(browser: Any, live_server: Any, enter: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Come]:
    """Gives a function that sends somebody with a role to an address; JavaScript is off."""
    few(monkeypatch)
    with visiting(browser, live_server.url, enter, monkeypatch) as visit:

        def came(role: Role, address: str, *, width: int = 1280, keyboard: bool = False) -> Person:
            return Person(visit(at("", address, role=role), width, javascript=False).page, keyboard)

        yield came


def newest(slug: str = BANK) -> Signature:
    return Signature.objects.get(organisation__slug=slug, latest=True)


@by_mouse_and_keyboard
def test_an_officer_puts_a_sign_up_on_the_list(come: Come, keyboard: bool, width: int) -> None:
    person = come(Role.OFFICER, f"{LIST}/waiting", keyboard=keyboard, width=width)

    person.press("Riverside Youth Club")
    person.press("Answer the sign-up")
    person.choose("Yes, put it on the list")
    person.press("Answer")

    assert newest("riverside-youth-club").state == "active"
    assert (len(person.screens), person.fields, person.clicks) == (4, 1, 4)


@by_mouse_and_keyboard
def test_who_follows_the_mail_renews_with_one_button(come: Come, keyboard: bool, width: int) -> None:
    Signature.objects.filter(organisation__slug=BANK).update(signed_on=TODAY - timedelta(days=400))
    person = come(Role.REPRESENTATIVE, f"{OURS}/renew", keyboard=keyboard, width=width)

    person.press("Yes, we still agree")

    assert newest().renewed_on == timezone.localdate()
    assert "that you still agree." in person.says
    assert (len(person.screens), person.fields, person.clicks) == (2, 0, 1)


def test_an_organisation_agrees_to_a_new_edition_from_its_own_account(come: Come) -> None:
    Signature.objects.filter(organisation__slug=BANK).update(edition="2009")
    person = come(Role.REPRESENTATIVE, "/me")

    person.press("Hartsmere Food Bank in the Hertfordshire Compact")
    assert "The text has changed since you signed." in person.says
    person.press("Say that you still agree")
    person.press("Yes, we still agree")

    assert newest().edition == "2016"
    assert "The text has changed" not in person.says


@by_mouse_and_keyboard
def test_an_organisation_leaves(come: Come, keyboard: bool, width: int) -> None:
    person = come(Role.REPRESENTATIVE, OURS, keyboard=keyboard, width=width)

    person.press("Leave the Compact")
    person.press("Leave")
    assert (newest().state, newest().ended_on) == ("withdrawn", timezone.localdate())
    person.press("See its public page")

    assert "Its last day was" in person.says


def test_an_organisation_becomes_another_and_what_it_signed_goes_with_it(come: Come) -> None:
    add("Hartsmere Pantry", kind="charity")
    person = come(Role.OFFICER, f"{LIST}/{BANK}/edit")

    person.press("It became another, or part of one")
    person.write("Which organisation did it become, or become part of?", "Hartsmere Pantry")
    person.write("Note", "They merged.")
    person.press("Keep")
    person.page.goto(person.page.url.replace(f"{BANK}/edit", BANK))

    assert "It became Hartsmere Pantry, or part of it." in person.says
    assert newest("hartsmere-pantry").state == "active"
