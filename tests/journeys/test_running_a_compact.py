"""Running a Compact: handing over, a second person's yes, renewing by the link in a mail, complaining about data."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from livecompact.complaints.models import Complaint
from livecompact.people import queries as people
from livecompact.people.roles import Role
from livecompact.record.letters import letter_for
from livecompact.record.models import Notice
from livecompact.register import actions
from livecompact.register.models import Signature
from tests.harness.browsing import visiting
from tests.harness.people import prove
from tests.harness.states import at
from tests.journeys.person import Person
from tests.register.some import add, few, sign
from tests.web.states import LOOK, something_waits_for_a_second_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

type Come = Callable[..., Person]
by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])


@pytest.fixture
def come(browser: Any, live_server: Any, enter: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Come]:
    """Gives a function that sends somebody, with a role or none, to an address; JavaScript is off."""
    with visiting(browser, live_server.url, enter, monkeypatch) as visit:

        def came(address: str, *, role: Role | None = None, width: int = 1280, keyboard: bool = False) -> Person:
            return Person(visit(at("", address, role=role), width, javascript=False).page, keyboard)

        yield came


@by_mouse_and_keyboard
def test_an_officer_hands_over_and_takes_it_back(
    come: Come, keyboard: bool, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    few(monkeypatch)
    today = timezone.localdate()
    person = come("/hertfordshire/run", role=Role.OFFICER, keyboard=keyboard, width=width)

    person.press("Let somebody stand in for you")
    person.write("Who stands in for you?", "sam@example.org")
    person.day("From which day?", today.day, today.month, today.year)
    last = today + timedelta(days=9)
    person.day("Until which day?", last.day, last.month, last.year)
    person.press("Hand over")

    sam = people.person("sam@example.org")
    assert sam
    prove(sam)
    assert "sam@example.org stands in from" in person.says
    assert Role.OFFICER in people.roles_of(sam, at=timezone.now(), compact="hertfordshire")
    assert (len(person.screens), person.fields, person.clicks) == (3, 3, 2)
    person.press("Take it back")
    assert Role.OFFICER not in people.roles_of(sam, at=timezone.now(), compact="hertfordshire")


@by_mouse_and_keyboard
def test_a_second_person_says_yes(come: Come, keyboard: bool, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    something_waits_for_a_second_person(monkeypatch)
    person = come(LOOK, role=Role.OFFICER, keyboard=keyboard, width=width)

    person.choose("Yes, make it public")
    person.press("Send your answer")

    assert "A second person said yes. It is done." in person.says
    assert Signature.objects.get(latest=True).state == "active"
    assert (len(person.screens), person.fields, person.clicks) == (2, 1, 2)


@by_mouse_and_keyboard
def test_a_contact_renews_by_the_link_in_the_mail_without_signing_in(
    come: Come, keyboard: bool, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    few(monkeypatch)
    sign(add("Hartsmere Singers"), how="paper", says=actions.Signing(contact_email="desk@example.org"))
    Signature.objects.update(signed_on=timezone.localdate() - timedelta(days=500))
    actions.ask_to_renew(at=timezone.now())
    letter = letter_for(Notice.objects.get(person__email="desk@example.org"), timezone.now())
    assert letter
    person = come(letter.address, keyboard=keyboard, width=width)

    person.press("Yes, we still agree")

    assert "This link does nothing now." in person.says
    renewed = Signature.objects.get(organisation__slug="hartsmere-singers", latest=True)
    assert renewed.renewed_on == timezone.localdate()
    assert (len(person.screens), person.fields, person.clicks) == (2, 0, 1)


@by_mouse_and_keyboard
def test_anybody_complains_about_their_data(
    come: Come, keyboard: bool, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    few(monkeypatch)
    person = come("/privacy", keyboard=keyboard, width=width)

    person.press("Complain to us about your data")
    person.write("What is wrong?", "My name is misspelt.")
    person.write("Your name", "Jo Ray")
    person.write("Your email address", "jo@example.org")
    person.press("Send the complaint")

    made = Complaint.objects.get()
    assert made.acknowledged_at
    assert f"Your reference is {made.reference}." in person.says
    assert (len(person.screens), person.fields, person.clicks) == (3, 3, 2)
