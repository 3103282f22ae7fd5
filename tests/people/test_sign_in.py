"""Signing in with a code from an email, and nothing else."""

import re
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from livecompact.people import actions
from tests.harness.html import read_page

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANN = "ann@example.org"


@pytest.fixture
def ann(db):
    return actions.add_person(email=ANN, name="Ann", at=NOW)


def ask(client, email=ANN, **rest):
    return client.post("/sign-in", {"email": email} | rest, follow=True)


def code():
    return next(line for line in str(mail.outbox[-1].body).splitlines() if re.fullmatch(r"\d{6}", line))


def answer(client, text, **rest):
    return client.post("/sign-in/code", {"code": text} | rest, follow=True)


def signed_in(client):
    return "_auth_user_id" in client.session


def test_somebody_known_signs_in_with_the_code(client, ann):
    ask(client)
    page = answer(client, code())

    assert signed_in(client)
    assert page.redirect_chain[-1][0] == "/me"
    assert "Sign out" in page.text


def test_spaces_in_the_code_do_no_harm(client, ann):
    ask(client)
    answer(client, f" {code()[:3]} {code()[3:]} ")

    assert signed_in(client)


def test_the_mail_is_short_and_plain(client, ann):
    ask(client)

    sent: Any = mail.outbox[-1]
    assert sent.to == [ANN]
    assert sent.subject == "Your code to sign in"
    assert sent.alternatives == []
    assert code() not in sent.subject
    assert len(sent.body.split()) <= 120


def test_a_wrong_code_is_told_and_may_be_tried_again(client, ann):
    ask(client)
    right = code()
    page = read_page(answer(client, "000000" if right != "000000" else "111111").text)

    assert page.title.startswith("Error: ")
    assert page.summary == [("code", "The code is not the one in the newest email. Check it and enter it again")]
    assert page.errors == [text for _, text in page.summary]
    answer(client, right)
    assert signed_in(client)


def test_the_fifth_wrong_code_is_the_last(client, ann):
    ask(client)
    right = code()
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(4):
        answer(client, wrong)
    page = answer(client, wrong)

    assert page.redirect_chain[-1][0] == "/sign-in"
    assert "The code was wrong too often" in page.text
    answer(client, right)
    assert not signed_in(client)


def test_one_may_ask_for_another_code_or_with_another_address(client, ann):
    ask(client, "an@example.org")
    assert client.get("/sign-in").status_code == 200
    ask(client)
    first = code()
    ask(client)

    answer(client, code())
    assert signed_in(client)
    assert len(mail.outbox) == 2
    assert len(first) == 6


def test_a_code_dies_after_fifteen_minutes(client, ann, monkeypatch):
    ask(client)
    later = time.time() + timedelta(minutes=15, seconds=1).total_seconds()
    monkeypatch.setattr("allauth.account.internal.flows.code_verification.time.time", lambda: later)
    answer(client, code())

    assert not signed_in(client)


def test_nobody_learns_whether_an_address_is_known(client, ann):
    def shown(response):
        return response.status_code, response.redirect_chain, without_token(response.text)

    known = ask(Client())
    unknown = ask(Client(), "stranger@example.org")

    assert shown(known) == shown(unknown)
    assert [sent.to for sent in mail.outbox] == [[ANN]]


def without_token(html):
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", html)


def test_a_closed_account_gets_no_code(client, ann):
    ann.is_active = False
    ann.save()
    ask(client)

    assert mail.outbox == []


def test_one_comes_back_to_the_page_that_asked(client, ann):
    ask(client, next="/help")
    page = answer(client, code(), next="/help")

    assert page.redirect_chain[-1][0] == "/help"


def test_nobody_is_led_to_another_site(client, ann):
    ask(client, next="https://evil.example.org/")
    page = answer(client, code(), next="https://evil.example.org/")

    assert page.redirect_chain[-1][0] == "/me"


def test_signing_out_needs_a_press_of_the_button(client, ann):
    ask(client)
    answer(client, code())

    assert client.get("/sign-out").status_code == 200
    assert signed_in(client)
    client.post("/sign-out")
    assert not signed_in(client)


def test_the_fourth_code_within_a_minute_is_refused(client, ann):
    for _ in range(3):
        ask(Client())
    page = read_page(ask(Client()).text)

    assert len(mail.outbox) == 3
    assert page.summary[0][0] == "email"


def test_the_session_cookie_is_for_the_server_alone(client, ann):
    ask(client)

    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"], "it ends with the browser"


def test_there_is_no_other_door(client, ann):
    for address in ("/accounts/login/", "/sign-up", "/signup/", "/admin/", "/password/reset/"):
        assert client.get(address, follow=True).status_code == 404, address
