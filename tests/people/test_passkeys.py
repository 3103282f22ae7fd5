"""A passkey, in a real browser with a device that the browser makes up."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator

from livecompact.people import actions
from livecompact.people.roles import Role
from tests.harness.people import NOW, prove
from tests.people.signing_in import app_code, newest_code

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ANN = "ann@example.org"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser, live_server):
    """A browser with a device for passkeys; a passkey belongs to a name, so the site is called localhost."""
    context = browser.new_context(base_url=live_server.url.replace("127.0.0.1", "localhost"))
    opened = context.new_page()
    context.refused = []
    opened.on("console", lambda said: context.refused.append(said.text) if said.type == "error" else None)
    session = context.new_cdp_session(opened)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield opened
    assert context.refused == []
    context.close()


@pytest.fixture
def ann(transactional_db):
    person = actions.add_person(email=ANN, at=NOW)
    actions.give_seat(person=person, role=Role.OFFICER, compact="hertfordshire", by="test", at=NOW)
    return person


def enter_by_code(page: Any) -> None:
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(ANN)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code of 6 numbers").fill(newest_code())
    page.get_by_role("button", name="Sign in").click()


def add_passkey(page: Any) -> None:
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("What to call this passkey").fill("My telephone")
    page.get_by_role("button", name="Add this passkey").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()


def test_an_officer_adds_a_passkey_and_signs_in_with_it_alone(page: Any, ann: Any) -> None:
    enter_by_code(page)
    add_passkey(page)
    page.goto("/me/second-factor")
    assert page.get_by_text("My telephone").first.is_visible()
    page.goto("/sign-out")
    page.get_by_role("button", name="Sign out").click()

    page.goto("/sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("link", name="Sign out").wait_for()

    page.goto("/hertfordshire/people")
    assert page.get_by_role("heading", level=1).inner_text() == "People: hertfordshire"
    assert Authenticator.objects.filter(user=ann, type="webauthn").count() == 1


def test_the_second_step_takes_a_passkey_too(page: Any, ann: Any) -> None:
    enter_by_code(page)
    add_passkey(page)
    page.goto("/sign-out")
    page.get_by_role("button", name="Sign out").click()

    enter_by_code(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Second step"
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("link", name="Sign out").wait_for()


def test_without_javascript_the_app_does(browser: Any, live_server: Any, ann: Any) -> None:
    prove(ann)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sign-in")
    assert not page.get_by_role("button", name="Sign in with a passkey").is_visible()
    enter_by_code(page)
    assert not page.get_by_role("button", name="Use a passkey").is_visible()

    page.get_by_label("Code from your authenticator app").fill(app_code())
    page.get_by_role("button", name="Sign in").click()

    page.get_by_role("link", name="Sign out").wait_for()
    context.close()
