"""Who may do what, for the whole site: every route, every role and every method, against the table and nothing else.

The addresses come from the URLconf itself, and what is expected is worked out here from the table alone. Views are
replaced by one that says "through", so that a refusal can only be the guard's.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse

from livecompact.people.models import Session
from livecompact.people.roles import PEOPLE, REACH, READ, Reach, Right, Role
from livecompact.web import guard
from livecompact.web.rights import ACTS, TABLE
from tests.harness.compacts import both_compacts

PACKAGE = Path(__file__).parents[2] / "livecompact"
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
OTHERS = ("PUT", "PATCH", "DELETE", "TRACE")
FORMS = (".json", ".csv", ".atom", ".ics", ".xml", ".pdf", "/")
NAMED = {"compact": "hertfordshire", "organisation": "hartsmere-food-bank"}
SAMPLES = ("a-word", "1", "2026", "1.1", "00000000-0000-0000-0000-000000000007", "2026-11-22")
BEFORE_THE_GUARD = {"health"}  # what watches the machine asks it, by whatever name


def through(request: HttpRequest, **parts: Any) -> HttpResponse:
    return HttpResponse("through")


def flat(patterns: list[Any]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            assert str(pattern.pattern) == "", "a room's addresses are whole, so that they can be read in one place"
            yield from flat(pattern.url_patterns)
        else:
            yield pattern


REAL = tuple(flat(get_resolver("livecompact.web.urls").url_patterns))
urlpatterns = [URLPattern(each.pattern, through, each.default_args, each.name) for each in REAL]


def sample(name: str, regex: str) -> str:
    """A value for a part of an address: one of ours, or the first of the words that it may be."""
    values = [NAMED.get(name, ""), *SAMPLES, regex.partition("|")[0]]
    return next(value for value in values if re.fullmatch(regex, value))


def address(pattern: URLPattern) -> str:
    """An address that the route answers, with a made-up value for each of its parts."""
    converters = pattern.pattern.converters.items()
    parts = {name: sample(name, converter.regex) for name, converter in converters}
    return reverse(str(pattern.name), kwargs=parts)


@pytest.fixture
def guarded(settings, monkeypatch):
    settings.ROOT_URLCONF = __name__
    monkeypatch.setattr("livecompact.web.errors.forbidden", lambda *_: HttpResponse(status=403))


ROUTES = {str(pattern.name): address(pattern) for pattern in REAL}

REACHED = {route for route, place in ROUTES.items() if resolve(place, "livecompact.web.urls").view_name == route}
"""Of two routes with one address the first answers."""


def expected(route: str, role: Role, method: str) -> int:
    """What the table says, worked out without the guard."""
    row = TABLE[route]
    if ("GET" if method == "HEAD" else method) not in row.methods:
        return 405
    if Role.VISITOR in row.roles:
        return 200
    if role is Role.VISITOR:
        return 302
    return 200 if row.roles & counting(route, role, row) else 403


def counting(route: str, role: Role, row: Right) -> set[Role]:
    """The roles that somebody with a seat of that role has at the route's address."""
    parts = resolve(ROUTES[route]).kwargs
    reaches = {
        Reach.SITE: True,
        Reach.COMPACT: "compact" in parts,
        Reach.ORGANISATION: "organisation" in parts or row.any_organisation,
        Reach.CONCERN: False,  # held in the concern, of which the guard knows nothing
    }
    return {Role.PERSON} | ({role} if reaches[REACH[role]] else set())


def differences(client: Client, role: Role, routes: list[str], methods: tuple[str, ...] = METHODS) -> dict[Any, Any]:
    """Where the site does not do what the table says: (route, method) → (what it did, what it should have done)."""
    found = {}
    for route in routes:
        reached = resolve(ROUTES[route]).view_name  # of two routes with one address the first answers
        for method in methods:
            did, should = client.generic(method, ROUTES[route]).status_code, expected(reached, role, method)
            if did != should:
                found[route, method] = (did, should)
    return found


@pytest.fixture
def entered(guarded, enter):
    return lambda role: enter(Client(raise_request_exception=False), None if role is Role.VISITOR else role)


def test_every_route_has_a_row_and_every_row_a_route():
    assert set(ROUTES) == set(TABLE)
    assert None not in {pattern.name for pattern in REAL}


@pytest.mark.look
@pytest.mark.parametrize("role", Role)
def test_the_site_does_what_the_table_says(entered, role):
    assert differences(entered(role), role, list(ROUTES)) == {}


def test_methods_that_nobody_needs_are_refused(entered):
    assert differences(entered(Role.VISITOR), Role.VISITOR, list(ROUTES), OTHERS) == {}


def test_a_row_that_lets_too_many_in_is_noticed(entered, monkeypatch):
    closed = [route for route in REACHED if Role.VISITOR not in TABLE[route].roles]
    client = entered(Role.VISITOR)
    for route in closed:
        broken = TABLE | {route: replace(TABLE[route], roles=frozenset(Role), methods=TABLE[route].methods | READ)}
        monkeypatch.setattr(guard, "TABLE", broken)
        assert {each for each, _ in differences(client, Role.VISITOR, [route])} == {route}


def test_a_row_that_lets_too_few_in_is_noticed(entered, monkeypatch):
    client = entered(Role.VISITOR)
    for route in REACHED - BEFORE_THE_GUARD:
        monkeypatch.setattr(guard, "TABLE", {name: row for name, row in TABLE.items() if name != route})
        assert {each for each, _ in differences(client, Role.VISITOR, [route])} == {route}


@pytest.mark.parametrize("form", FORMS)
def test_another_form_of_a_page_is_open_to_nobody_more(form):
    for route, place in ROUTES.items():
        try:
            other = resolve(place + form).view_name
        except Resolver404:
            continue
        if other == route or other.startswith(f"{route}."):
            assert TABLE[other].roles <= TABLE[route].roles, other


def rows_of_every_table() -> dict[str, list[Any]]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("livecompact.")]
    kept = [model for model in ours if model is not Session]  # it notes each move of whoever is signed in
    return {model.__name__: sorted(map(str, model._default_manager.values_list())) for model in kept}  # noqa: SLF001


OF_A_COMPACT = [
    route
    for route, place in ROUTES.items()
    if "compact" in resolve(place).kwargs and not TABLE[route].roles & {Role.VISITOR, Role.PERSON}
]


@pytest.mark.parametrize("role", sorted(role for role in PEOPLE if REACH[role] is Reach.COMPACT))
def test_a_seat_at_one_compact_opens_nothing_of_another(db, monkeypatch, holder, role):
    both_compacts(monkeypatch)
    client = Client(raise_request_exception=False)
    client.force_login(holder(role, compact="dacorum"))
    before = rows_of_every_table()

    answers = {
        (route, method): client.generic(method, ROUTES[route]).status_code
        for route in OF_A_COMPACT
        for method in TABLE[route].methods
    }

    assert {asked: status for asked, status in answers.items() if status not in (403, 404)} == {}
    assert rows_of_every_table() == before


def test_an_act_of_rights_is_spelled_thing_dot_verb_and_asked_for_somewhere():
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "rights.py"]
    for act in {row.act for row in ACTS}:
        thing, _, verb = act.partition(".")
        assert thing
        assert verb
        assert any(f'"{act}"' in source for source in sources), f"nothing asks for {act}"


def test_every_act_that_is_asked_for_has_a_row():
    acts = {row.act for row in ACTS}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "allowed" and len(node.args) > 1:
                asked = node.args[1]
                assert not isinstance(asked, ast.Constant) or asked.value in acts, f"{path}: {ast.unparse(node)}"
