"""What a forged, redirected or cached request must not do: for every route, and for whoever is signed in."""

import re

import pytest
from django.conf import settings as site
from django.test import Client

from livecompact.people import actions
from livecompact.people.roles import Role
from livecompact.web.rights import TABLE
from tests.harness.compacts import both_compacts
from tests.harness.people import NOW
from tests.people.signing_in import newest_code
from tests.web.test_permission_matrix import REACHED, REAL, ROUTES

ONE_CLICK = {"stop_one_click", "news_stop"}
"""A mail program may press these for its reader without having opened a page (RFC 8058)."""
ANN = "ann@example.org"
ELSEWHERE = (
    *("https://evil.example/", "//evil.example", "///evil.example", "javascript:alert(1)", "/\\evil.example"),
    *(
        "http:evil.example",
        "https:/evil.example",
        "\thttps://evil.example",
        "/help\r\nSet-Cookie: a=b",
        "data:text/html,x",
    ),
)


@pytest.fixture
def ann(db):
    return actions.add_person(email=ANN, at=NOW)


def exempt():
    return {pattern.name for pattern in REAL if getattr(pattern.callback, "csrf_exempt", False)}


def test_no_form_is_taken_without_its_token_but_what_a_mail_program_presses():
    assert exempt() <= ONE_CLICK


@pytest.mark.parametrize("role", [None, Role.OFFICER, Role.ADMINISTRATOR])
def test_every_post_without_a_token_is_refused(enter, role):
    client = enter(Client(enforce_csrf_checks=True, raise_request_exception=False), role)
    posted = [route for route in sorted(REACHED) if "POST" in TABLE[route].methods and route not in exempt()]

    answers = {route: client.post(ROUTES[route]).status_code for route in posted}

    assert len(answers) > 10
    assert {route: status for route, status in answers.items() if status != 403} == {}


def test_a_token_of_another_browser_is_refused(db):
    mine, other = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    mine.get("/sign-in")
    other.get("/sign-in")

    token = other.cookies["csrftoken"].value
    assert mine.post("/sign-in", {"email": ANN, "csrfmiddlewaretoken": token}).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "evil.example:80", "a b", ""])
def test_a_name_that_is_not_the_sites_is_refused(client, db, host):
    response = client.get("/sign-in", headers={"host": host})

    assert response.status_code == 400
    assert "evil" not in response.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example"])
def test_no_header_of_a_proxy_puts_another_name_into_a_mail(client, ann, mailoutbox, host):
    client.post("/sign-in", {"email": ANN}, headers={"x-forwarded-host": host})

    assert host not in str(mailoutbox[-1].message())


def stays_here(response):
    """Whether one is led to a path of this site, by a header that holds one line."""
    to = response["Location"]
    return re.fullmatch(r"/(?![/\\])[!-~]*", to) and "a" not in response.cookies


@pytest.mark.parametrize("to", ELSEWHERE)
def test_nobody_is_led_off_the_site(client, ann, to):
    client.post("/sign-in", {"email": ANN, "next": to})
    came = client.post("/sign-in/code", {"code": newest_code(), "next": to})

    assert came.status_code == 302
    assert stays_here(came)
    assert stays_here(client.post("/sign-out", {"next": to}))


def test_what_a_signed_in_person_sees_stays_in_no_cache_and_comes_to_nobody_else(enter, monkeypatch):
    both_compacts(monkeypatch)
    kept: dict[str, bytes] = {}

    def through_cache(client, address):
        """A cache between the site and everyone, which keeps whatever it may."""
        if address not in kept:
            response = client.get(address)
            if "no-store" in response.get("Cache-Control", ""):
                return response.getvalue()
            kept[address] = response.getvalue()
        return kept[address]

    officer = enter(Client(raise_request_exception=False), Role.ADMINISTRATOR)
    for route in sorted(REACHED):
        through_cache(officer, ROUTES[route])

    assert set(kept) <= {ROUTES["health"]}, "it is answered before anybody is asked who they are"
    assert b"Sign out" not in through_cache(Client(), "/hertfordshire")
    through_cache(Client(), "/hertfordshire")
    assert b"Sign out" in officer.get("/hertfordshire").content


def test_no_page_is_kept_by_the_site_itself():
    assert not [name for name in site.MIDDLEWARE if "cache" in name.lower()]
