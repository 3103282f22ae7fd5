"""Nobody does what no row allows: every role, every route, every method."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path, resolve

from livecompact.people.roles import (
    ADMINISTRATORS,
    ASK,
    EVERYONE,
    OFFICERS,
    PEOPLE,
    READ,
    REPRESENTATIVES,
    May,
    Right,
    Role,
    allowed,
)
from livecompact.web import guard
from livecompact.web.rights import ROWS, TABLE

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def shown(request, **parts):
    return HttpResponse("shown")


urlpatterns = [
    path("", shown, name="home"),
    path("sign-in", shown, name="account_login"),
    path("rowless", shown, name="rowless"),
    path("nameless", shown),
    path("all", shown, name="for_all"),
    path("office/<slug:compact>", shown, name="office"),
    path("groups/<slug:organisation>", shown, name="group"),
    path("records/<slug:compact>", shown, name="record_of_some_group"),
    path("me", shown, name="mine"),
    path("site", shown, name="whole_site"),
]
MADE_UP = {
    "home": Right("home", EVERYONE),
    "account_login": Right("account_login", EVERYONE),
    "for_all": Right("for_all", EVERYONE),
    "office": Right("office", OFFICERS, ASK),
    "group": Right("group", REPRESENTATIVES),
    "record_of_some_group": Right("record_of_some_group", REPRESENTATIVES, any_organisation=True),
    "mine": Right("mine", PEOPLE),
    "whole_site": Right("whole_site", ADMINISTRATORS),
}


@pytest.fixture
def made_up(settings, monkeypatch):
    settings.ROOT_URLCONF = __name__
    monkeypatch.setattr(guard, "TABLE", MADE_UP)


@pytest.fixture
def status(made_up, enter, monkeypatch):
    monkeypatch.setattr("livecompact.web.errors.forbidden", lambda *_: HttpResponse(status=403))

    def asked(role, method, address):
        client = enter(Client(raise_request_exception=False), None if role is Role.VISITOR else role)
        return client.generic(method, address).status_code

    return asked


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("address", ["/rowless", "/nameless"])
def test_a_route_without_a_row_answers_nobody(status, role, address):
    assert status(role, "GET", address) == 403


EXPECTED = {
    ("/groups/hartsmere-food-bank", Role.REPRESENTATIVE): 200,
    ("/groups/hartsmere-food-bank", Role.CHAMPION): 403,
    ("/groups/another", Role.REPRESENTATIVE): 403,
    ("/records/dacorum", Role.REPRESENTATIVE): 200,
    ("/records/dacorum", Role.OFFICER): 403,
    ("/records/dacorum", Role.VISITOR): 302,
    ("/me", Role.VISITOR): 302,
    ("/me", Role.PERSON): 200,
    ("/me", Role.RAISER): 200,
    ("/me", Role.OFFICER): 200,
    ("/office/hertfordshire", Role.CO_CHAIR): 403,
    ("/office/hertfordshire", Role.RAISER): 403,
    ("/all", Role.VISITOR): 200,
    ("/all", Role.OFFICER): 200,
    ("/all", Role.ADMINISTRATOR): 200,
    ("/office/hertfordshire", Role.VISITOR): 302,
    ("/office/hertfordshire", Role.OFFICER): 200,
    ("/office/hertfordshire", Role.ADMINISTRATOR): 200,
    ("/office/dacorum", Role.VISITOR): 302,
    ("/office/dacorum", Role.OFFICER): 403,
    ("/office/dacorum", Role.ADMINISTRATOR): 200,
    ("/site", Role.VISITOR): 302,
    ("/site", Role.OFFICER): 403,
    ("/site", Role.ADMINISTRATOR): 200,
}


@pytest.mark.parametrize(("asked", "expected"), EXPECTED.items(), ids=str)
def test_a_role_sees_what_its_row_allows(status, asked, expected):
    address, role = asked

    assert status(role, "GET", address) == expected


@pytest.mark.parametrize("method", METHODS)
def test_a_route_answers_only_the_methods_of_its_row(status, method):
    expected = {"GET": 200, "HEAD": 200}.get(method, 405)

    assert status(Role.VISITOR, method, "/all") == expected


def test_a_visitor_is_led_to_sign_in_and_back(made_up, db):
    response = Client().get("/site?a=1")

    assert response["Location"] == "/sign-in?next=/site%3Fa%3D1"


def test_rows_are_told_once():
    assert len(TABLE) == len({*ROWS, *TABLE.values()})
    assert {name: row.route for name, row in TABLE.items() if name != row.route} == {}


def test_a_public_page_asks_nobody_who_they_are(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/help").status_code == 200


def test_head_goes_with_get():
    assert Right("a", EVERYONE, READ).takes("HEAD")
    assert not Right("a", EVERYONE, READ).takes("POST")


def test_the_address_of_a_page_is_what_it_says():
    assert resolve("/help").view_name == "help"


PUBLISH = May("dealing.publish", OFFICERS, frozenset({"draft"}), frozenset({"title", "opens"}))


def test_an_act_depends_on_role_state_and_field():
    officer = frozenset({Role.VISITOR, Role.PERSON, Role.OFFICER})

    assert allowed([PUBLISH], "dealing.publish", officer, state="draft", field="title")
    assert not allowed([PUBLISH], "dealing.publish", officer, state="published", field="title")
    assert not allowed([PUBLISH], "dealing.publish", officer, state="draft", field="notes")
    assert not allowed([PUBLISH], "dealing.publish", frozenset({Role.PERSON}), state="draft", field="title")


def test_an_act_of_which_no_row_speaks_is_a_mistake_and_never_allowed():
    with pytest.raises(LookupError, match="erase"):
        allowed([PUBLISH], "dealing.erase", frozenset(Role))
