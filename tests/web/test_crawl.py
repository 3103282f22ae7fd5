"""A crawler goes through every page in every state, and holds it to the rules of all pages."""

import gzip
import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.urls import get_resolver

from livecompact.people.roles import EVERYONE
from livecompact.web.rights import TABLE
from tests.harness.compacts import both_compacts
from tests.harness.html import read_page
from tests.harness.states import LONG_WORD
from tests.web.opening import SEEN, each_page, each_state
from tests.web.states import STATES

pytestmark = pytest.mark.django_db

EMPTY_WORDS = {"click here", "here", "read more", "more", "this", "link"}
LIGHT = 60_000
"""Bytes of a first view without pictures, compressed: the page, its stylesheets and its script."""
LONGEST_TITLE = 70  # characters: what is the page's own in its title
AT_MOST = 12
ASKS = {
    **dict.fromkeys(("home", "compact", "promise", "search"), 4),  # they are read most
    "dealing_explain": 19,
    **dict.fromkeys(("dealing_reply", "organisations_waiting"), 17),
    "dealings": 9,  # a list: as many at any size
    "dealings_year": 8,
    "organisations": 6,
    **dict.fromkeys(  # who may is asked of the body, of the group, and of ties to either
        (
            "dealing_answer",
            "dealing_answer_delete",
            "dealing_answer_look_over",
            "dealing_told_reply",
            "disputes",
            "dispute_decide",
        ),
        16,
    ),
    "dealing_told": 13,  # also whether its group gets an email
    "dealing": 26,  # of what each act on it needs, for whoever is signed in
    **{route: 16 for route in TABLE if route.startswith("organisation_")} | {"organisation": 16},
    "organisation_due": 20,  # its own days, and those of its funding
    **dict.fromkeys(("second_person", "second_look"), 22),  # each part asks who may, and who else could say yes
    **dict.fromkeys(("dealing_draft",), 18),  # what its Compact will say, and when it can be public
    "organisation_calendar": 21,  # a form that is sent asks who may, once more for each part
    "run": 44,  # every room says what waits in it
    **dict.fromkeys(("leave_site", "erase_somebody"), 56),  # every room erases what it holds of somebody
    **dict.fromkeys(
        ("account_confirm_login_code", "mfa_authenticate", "mfa_reauthenticate", "follow_code", "me_email_code"), 32
    ),
    **dict.fromkeys(("mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"), 16),
    "me": 17,  # what is run and whom one acts for, by name
    **dict.fromkeys(("people_of_compact", "people_of_organisation"), 16),  # and what it is called
}
"""How often a page may ask the database; any other `AT_MOST` so often. Signing in counts its tries there."""


AFTER_A_FORM = "it comes after a form was sent"
BY_MAIL = "its address is in an email"
WITH_RECORDS = "the list links to it, once there is something in it"
NOT_LINKED = {
    "account_confirm_login_code": AFTER_A_FORM,
    "account_inactive": AFTER_A_FORM,
    "account_logout": "only whoever is signed in has the link",
    "account_request_login_code": "the address of account_login, which is linked",
    "another_way_asked": AFTER_A_FORM,
    "another_way_form": AFTER_A_FORM,
    "changes": "only a text of two editions has the link",
    "check_result": AFTER_A_FORM,
    "data_complaint_sent": AFTER_A_FORM,
    "dealing": WITH_RECORDS,
    "dealing_answers": WITH_RECORDS,
    "missing_one": WITH_RECORDS,
    "dealings_year": WITH_RECORDS,
    "edition_promise": "only a text of two editions has the link",
    "follow_code": AFTER_A_FORM,
    "friends": WITH_RECORDS,
    "invitation": BY_MAIL,
    "join_done": AFTER_A_FORM,
    "join_not_yet": AFTER_A_FORM,
    "join_reminder": AFTER_A_FORM,
    "me_email_code": AFTER_A_FORM,
    "mfa_authenticate": AFTER_A_FORM,
    "mfa_login_webauthn": "the button on the page of signing in leads to it",
    "news_stop": BY_MAIL,
    "not_right": BY_MAIL,
    "renew_by_link": BY_MAIL,
    "sign_in_elsewhere": "the page of signing in leads to it where the settings name a provider",
    "sign_in_elsewhere_back": "the provider leads to it",
    "organisation": WITH_RECORDS,
    "private_calendar": AFTER_A_FORM,
    "organisation_certificate": WITH_RECORDS,
    "organisation_certificate.pdf": WITH_RECORDS,
}
"""Pages for everyone to which no link leads from the first one of a new site, each with how one comes to it."""


def test_every_route_is_in_the_list_of_states():
    named = {state.route for state in STATES}

    assert named == set(TABLE)


@each_state
def test_a_page_answers_as_it_should(opened):
    state, response = opened

    assert response.status_code == state.status


@pytest.mark.look
@each_page
def test_a_page_has_one_first_heading_that_its_title_begins_with(opened):
    state, response = opened
    page = read_page(response.text)

    assert len(page.h1) == 1
    start = "Error: " if page.summary and state.kind != "normal" else ""
    assert page.title.startswith(f"{start}{page.h1[0]}")
    assert page.title.count(" – ") >= 1
    assert page.language == "en-gb"


@pytest.mark.look
@each_page
def test_headings_go_down_one_step_at_a_time(opened):
    levels = [level for level, _ in read_page(opened[1].text).headings]

    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.look
@each_page
def test_a_page_loads_nothing_from_elsewhere_and_holds_nothing_inline(opened):
    page = read_page(opened[1].text)

    assert [address for address in page.loads if not address.startswith("/")] == []
    assert page.inline == []
    assert page.pictures_without_alt == 0


@pytest.mark.look
@each_page
def test_no_id_is_used_twice(opened):
    ids = read_page(opened[1].text).ids

    assert len(ids) == len(set(ids))


@pytest.mark.look
@each_page
def test_help_stands_in_the_same_order_on_every_page(opened):
    footer = read_page(opened[1].text).footer

    pages = [urlsplit(address).path.removeprefix("/hertfordshire").removeprefix("/dacorum") for address, _ in footer]
    assert pages[:5] == ["/help", "/another-way", "/accessibility", "/privacy", "/contact"]


@pytest.mark.look
@each_page
def test_links_say_where_they_lead(opened):
    state, response = opened
    page = read_page(response.text)

    targets: dict[str, set[str]] = {}
    for address, text in page.links:
        targets.setdefault(text, set()).add(address)
    assert not {text.lower() for text in targets} & EMPTY_WORDS
    assert "" not in targets
    if state.kind != "very long":  # where one long word stands for several
        assert {text: found for text, found in targets.items() if len(found) > 1} == {}
    assert {address[1:] for address, _ in page.links if address.startswith("#")} <= set(page.ids)


@pytest.mark.look
@each_page
def test_an_error_is_told_in_the_summary_and_beside_its_field(opened):
    page = read_page(opened[1].text)

    assert {text for _, text in page.summary} == set(page.errors)
    assert {box for box, _ in page.summary} <= set(page.ids)


@each_state
def test_a_public_page_sets_no_cookie_and_a_private_one_is_stored_nowhere(opened):
    state, response = opened

    if state.cookies:
        assert "no-store" in response["Cache-Control"]
    else:
        assert dict(response.client.cookies) == {}


@pytest.mark.look
@each_state
def test_every_answer_tells_browsers_to_be_strict(opened):
    response = opened[1]

    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.look
@each_page
def test_a_first_view_is_light(opened):
    loaded = [address for address in read_page(opened[1].text).loads if address.endswith((".css", ".js"))]
    files = [finders.find(address.removeprefix("/static/")) for address in loaded if address.startswith("/static/")]
    weights = [len(gzip.compress(Path(str(file)).read_bytes())) for file in files]

    assert len(gzip.compress(opened[1].content)) + sum(weights) <= LIGHT
    assert len([address for address in loaded if address.endswith(".js")]) <= 1


@each_page
def test_a_page_asks_the_database_seldom(opened):
    state, response = opened

    if state.kind != "very long":  # there the texts are read anew each time, which the site never does
        assert response.asked <= ASKS.get(state.route, AT_MOST)


@pytest.mark.look
@each_page
def test_a_title_is_short_enough_for_a_tab(opened):
    state, response = opened

    if state.kind != "very long" and LONG_WORD not in response.text:
        assert len(read_page(response.text).title.removeprefix("Error: ").partition(" – ")[0]) <= LONGEST_TITLE


@pytest.fixture
def walked(client, db, monkeypatch):
    """Every page that a visitor reaches by links from the first one, by its address."""
    both_compacts(monkeypatch)
    return SEEN.get("walk") or SEEN.setdefault("walk", walk(client))


def walk(client):
    found: dict[str, Any] = {}
    todo = ["/"]
    while todo:
        address = todo.pop()
        if address in found:
            continue
        found[address] = response = client.get(address)
        if response.status_code in (301, 302):
            todo.append(response["Location"])
        elif response["Content-Type"].startswith("text/html"):
            todo += [link.partition("#")[0] for link, _ in read_page(response.text).links if link.startswith("/")]
    return found


def test_every_public_page_is_reached_by_a_link_and_no_link_is_dead(walked, client):
    answers = {address: response.status_code for address, response in walked.items()}
    told = re.findall(r"<loc>[^/]+//[^/]+([^<]*)</loc>", client.get("/sitemap.xml").text)

    assert {address: status for address, status in answers.items() if status not in (200, 301, 302)} == {}
    assert set(told) - set(answers) == set(), "search engines are told of pages that no link leads to"


def test_the_pages_for_everyone_are_found_without_knowing_an_address(walked):
    reached = {response.resolver_match.url_name for response in walked.values() if response.resolver_match}
    open_to_all = {state.route for state in STATES if state.html and TABLE[state.route].roles == EVERYONE}

    assert open_to_all - reached <= set(NOT_LINKED), "say in NOT_LINKED how one comes to it"


def test_titles_are_unique(walked):
    titles: dict[str, set[str]] = {}
    for address, response in walked.items():
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            titles.setdefault(read_page(response.text).title, set()).add(address.partition("?")[0])

    assert {title: addresses for title, addresses in titles.items() if len(addresses) > 1} == {}


def test_the_list_of_routes_is_whole():
    names = {pattern.name for pattern in flat(get_resolver().url_patterns)}

    assert names == set(TABLE), "a route without a row in a rights.py, or a row without a route"


def flat(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from flat(pattern.url_patterns)
        else:
            yield pattern
