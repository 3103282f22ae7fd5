"""The second step: who must have it, what it takes to pass it, and what happens when it changes."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.forms import model_to_dict
from django.test import Client

from livecompact.people import actions
from livecompact.people.models import Session
from livecompact.people.roles import Role
from tests.harness.html import read_page
from tests.harness.people import NOW, prove
from tests.people.signing_in import app_code, is_signed_in, sign_in

ANN = "ann@example.org"
FACTOR = "/me/second-factor"


@pytest.fixture
def ann(db):
    return actions.add_person(email=ANN, at=NOW)


@pytest.fixture
def officer(ann):
    actions.give_seat(person=ann, role=Role.OFFICER, compact="hertfordshire", by="test", at=NOW)
    return ann


def key_shown(client):
    [key] = re.findall(r"<code>(\w+)</code>", client.get(f"{FACTOR}/app").text)
    return key


def set_up_app(client):
    key = key_shown(client)
    return key, client.post(f"{FACTOR}/app", {"code": app_code(key)}, follow=True)


def codes_shown(page):
    return re.findall(r"<code>(\d{8})</code>", page.text)


def test_a_new_officer_is_led_to_set_it_up_before_anything_else(client, officer):
    page = sign_in(client, ANN)

    assert page.redirect_chain[-1][0] == FACTOR
    refused = client.get("/hertfordshire/people")
    assert (refused.status_code, refused["Location"]) == (302, FACTOR)
    set_up_app(client)
    assert client.get("/hertfordshire/people").status_code == 200


def test_the_app_is_taken_in_use_by_its_first_code_without_javascript(
    client, officer, django_capture_on_commit_callbacks
):
    sign_in(client, ANN)
    wrong = client.post(f"{FACTOR}/app", {"code": "000000"})
    assert read_page(wrong.text).errors == ["The code is not the one that is shown now. Check it and enter it again"]
    assert not Authenticator.objects.exists()

    with django_capture_on_commit_callbacks(execute=True):
        _, page = set_up_app(client)

    assert len(codes_shown(page)) == 10
    assert {each.type for each in Authenticator.objects.all()} == {"totp", "recovery_codes"}
    assert mail.outbox[-1].subject == "How you sign in has changed"


def test_the_email_code_alone_signs_nobody_in_who_has_a_second_step(client, ann):
    prove(ann)
    page = sign_in(client, ANN)

    assert page.redirect_chain[-1][0] == "/sign-in/second-step"
    assert not is_signed_in(client)
    client.post("/sign-in/second-step", {"code": app_code()})
    assert is_signed_in(client)


def test_a_code_of_the_app_works_once(ann):
    prove(ann)
    code = app_code()
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, ANN)
        client.post("/sign-in/second-step", {"code": code})

    assert is_signed_in(first)
    assert not is_signed_in(second)


def test_a_recovery_code_works_once_and_codes_are_shown_once(client, ann):
    sign_in(client, ANN)
    _, page = set_up_app(client)
    code = codes_shown(page)[0]
    first, second = Client(), Client()
    for each in (first, second):
        sign_in(each, ANN)
        each.post("/sign-in/second-step", {"code": code})

    assert is_signed_in(first)
    assert not is_signed_in(second)
    assert codes_shown(client.get(f"{FACTOR}/codes", follow=True)) == []


def test_a_second_step_that_is_broken_off_leaves_nothing_behind(client, ann):
    prove(ann)
    sign_in(client, ANN)
    key_of_nobody = client.get(f"{FACTOR}/app")

    assert key_of_nobody.status_code == 302
    assert Authenticator.objects.filter(type="totp").count() == 1
    assert Authenticator.objects.get().user == ann


def test_what_one_began_to_set_up_is_not_carried_to_the_next_person(client, ann):
    bob = actions.add_person(email="bob@example.org", at=NOW)
    sign_in(client, ANN)
    key = key_shown(client)
    client.post("/sign-out")
    sign_in(client, bob.email)
    client.post(f"{FACTOR}/app", {"code": app_code(key)})

    assert not Authenticator.objects.exists()


def test_the_session_gets_another_key_at_sign_in_and_when_the_second_step_changes(client, ann):
    client.get("/sign-in")
    client.post("/sign-in", {"email": ANN})
    before = client.session.session_key
    sign_in(client, ANN)
    signed_in = client.session.session_key
    set_up_app(client)

    assert len({before, signed_in, client.session.session_key}) == 3
    assert is_signed_in(client)


def test_every_other_session_ends_when_the_second_step_changes(client, ann):
    elsewhere = Client()
    sign_in(elsewhere, ANN)
    sign_in(client, ANN)
    set_up_app(client)

    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)


def test_taking_the_app_away_asks_for_its_code_again(client, ann):
    prove(ann)
    sign_in(client, ANN)
    client.post("/sign-in/second-step", {"code": app_code()})
    asked = client.post(f"{FACTOR}/app/remove", follow=True)

    assert asked.redirect_chain[-1][0].startswith(f"{FACTOR}/confirm")
    assert Authenticator.objects.filter(type="totp").exists()
    client.post(f"{FACTOR}/confirm", {"code": app_code(periods=1), "next": f"{FACTOR}/app/remove"})
    client.post(f"{FACTOR}/app/remove")
    assert not Authenticator.objects.exists()


def test_a_passkey_is_offered_at_the_second_sign_in_and_only_then(ann):
    led_to = []
    for _ in range(3):
        page = sign_in(Client(), ANN)
        led_to.append(page.redirect_chain[-1][0])

    assert led_to == ["/me", FACTOR, "/me"]


def test_nobody_reaches_the_passkey_of_somebody_else(client, ann):
    bob = actions.add_person(email="bob@example.org", at=NOW)
    theirs = Authenticator.objects.create(user=bob, type="webauthn", data={"name": "Bob's", "credential": {}})
    sign_in(client, ANN)

    assert client.get(f"{FACTOR}/passkeys/{theirs.pk}/remove").status_code == 404
    assert client.post(f"{FACTOR}/passkeys/{theirs.pk}/remove").status_code == 404
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_the_session_row_knows_whose_it_is_and_no_address_or_browser(client, ann):
    sign_in(client, ANN)

    [row] = Session.objects.filter(person=ann)
    assert row.began_at is not None
    assert set(model_to_dict(row)) == {"session_key", "session_data", "expire_date", "person", "began_at", "seen_at"}
    assert "127.0.0.1" not in str(dict(client.session))


MADE_UP = [
    *("", "{}", "not JSON", "[]", "null", '"x"'),
    '{"id": "x", "response": {}}',
    '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"clientDataJSON": "e30"}}',
    '{"id": "eA", "rawId": "eA", "response": {"userHandle": 7, "clientDataJSON": "e30", "authenticatorData": "eA"}}',
]


@pytest.mark.parametrize("sent", MADE_UP)
def test_a_passkey_that_no_browser_made_is_refused_in_words(client, ann, sent):
    sign_in(client, ANN)
    client.get(f"{FACTOR}/passkeys/new")
    page = client.post(f"{FACTOR}/passkeys/new", {"name": "x", "credential": sent})

    assert page.status_code == 200
    assert read_page(page.text).summary
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("sent", MADE_UP)
def test_nobody_signs_in_or_passes_the_second_step_with_a_made_up_passkey(client, ann, sent):
    client.get("/sign-in/passkey", headers={"accept": "application/json"})
    assert client.post("/sign-in/passkey", {"credential": sent}, follow=True).redirect_chain[-1][0] == "/sign-in"
    prove(ann)
    sign_in(client, ANN)
    assert client.post("/sign-in/second-step", {"credential": sent}).status_code == 200
    assert not is_signed_in(client)
