"""A charity signs the Compact, and a business becomes its Friend."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.utils import timezone

from livecompact.register.models import Charity, CharityLoad, Signature
from tests.journeys.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

START = "/hertfordshire/join"
type Arrive = Callable[..., Person]

by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])


@pytest.fixture
def register(db: None) -> None:
    """A copy of the register with the charity that signs."""
    now = timezone.now()
    load = CharityLoad.objects.create(current=True, begun_at=now, finished_at=now, charities=1)
    name = "Hartsmere Carers"
    Charity.objects.create(load=load, number="1187463", name=name, folded_name=name.lower(), postcode="SG6 2JF")


def prove_the_address(person: Person) -> None:
    person.write("What is your email address?", "jo@example.org")
    person.press("Continue")
    code = re.search(r"Enter (\d{3} \d{3})", str(mail.outbox[-1].body))
    assert code
    person.write("6-digit code", code[1])
    person.press("Continue")


@by_mouse_and_keyboard
def test_a_charity_signs_in_ten_screens(arrive: Arrive, register: None, keyboard: bool, width: int) -> None:
    person = arrive(START, keyboard=keyboard, width=width)

    person.press("Start now")
    person.choose("Charity or community group")
    person.press("Continue")
    person.write("What is your organisation called?", "1187463")
    person.press("Continue")
    person.choose("Hartsmere Carers (Charity 1187463, SG6 2JF)")
    person.press("Continue")
    person.choose("Yes")
    person.press("Continue")
    person.write("Full name", "Jo Ray")
    person.write("Your role", "Trustee")
    person.press("Continue")
    prove_the_address(person)
    person.press("Sign the Compact")

    assert person.screens[-1] == "You have signed the Hertfordshire Compact"
    assert Signature.objects.get().reference in person.says
    assert (len(person.screens), person.fields, person.clicks) == (10, 8, 12)


@by_mouse_and_keyboard
def test_a_business_becomes_a_friend_in_nine_screens(arrive: Arrive, keyboard: bool, width: int) -> None:
    person = arrive(START, keyboard=keyboard, width=width)

    person.press("Start now")
    person.choose("Business")
    person.press("Continue")
    assert "Businesses cannot sign the Compact. You can be a Friend." in person.says
    person.write("What is your business called?", "Corner Shop")
    person.press("Continue")
    person.write("Full name", "Sam Lee")
    person.write("Your role", "Owner")
    person.press("Continue")
    prove_the_address(person)
    person.tick("Comes to Compact events")
    person.press("Continue")
    person.press("Become a Friend")

    assert person.screens[-1] == "You are a Friend of the Hertfordshire Compact"
    assert (len(person.screens), person.fields) == (9, 7)
    assert person.clicks <= 10


def test_a_charity_whose_trustees_have_not_agreed_comes_back_to_its_answers(arrive: Arrive, register: None) -> None:
    person = arrive(START)
    person.press("Start now")
    person.choose("Charity or community group")
    person.press("Continue")
    person.write("What is your organisation called?", "Hartsmere")
    person.press("Continue")
    person.choose("Hartsmere Carers (Charity 1187463, SG6 2JF)")
    person.press("Continue")
    person.choose("Not yet")
    person.press("Continue")
    assert person.screens[-1] == "You can sign when they have agreed"

    person.page.goto(f"{person.page.url.rsplit('/', 1)[0]}/who")

    assert person.page.inner_text("h1").strip() == "Have your trustees or committee agreed to sign?"
    assert person.page.get_by_role("radio", name="Not yet").is_checked()
