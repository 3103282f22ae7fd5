"""What is one Compact's is not there in another's addresses, for anybody: nothing is shown, and nothing is written.

The cases come from the addresses and the rights of the site, and from the states in which its pages are shown: a new
route is tried by itself, and one that nobody could try fails.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, ResolverMatch, resolve

from livecompact.compacts import actions as compacts
from livecompact.compacts.models import Compact
from livecompact.people.roles import REACH, Reach, Role
from livecompact.web.rights import TABLE
from tests.harness.compacts import BOTH, NOW
from tests.harness.people import ORGANISATION
from tests.harness.states import State
from tests.web.states import STATES
from tests.web.test_permission_matrix import REAL

NEIGHBOUR = dict(zip(BOTH, reversed(BOTH), strict=True))
ROWS = {"organisation", "key", "year", "slug", "dispute", "reference", "token", "look", "edition", "before", "after"}
"""The parts of an address that name what one Compact has."""
NUMBERED = {"entry", "entry.json", "entry_erase"}
"""Where a number is that of a row. Elsewhere it is that of a promise, in a Compact's own text."""
WORDS = {"kind", "upload_kind", "journey", "page", "wanted", "path", "shape", "form"}
WORDS |= {"promise", "section", "topic", "term", "booklet", "code"}
"""The parts that are words: of the software, or of the text of the Compact itself, which is read and nothing else."""
OF_ALL = {"dealings_year", "dealings_year.json", "dealings_year.csv"}
"""A year in which nothing was done is a list that is empty."""


def names_a_row(route: str, parts: set[str]) -> bool:
    """Whether an address names something that is one Compact's."""
    named = parts & (ROWS | {"number"} if route in NUMBERED else ROWS)
    return "compact" in parts and route not in OF_ALL and bool(named)


PARTS = {str(pattern.name): set(pattern.pattern.converters) for pattern in REAL}
TRIED = {route for route, parts in PARTS.items() if names_a_row(route, parts)}


def matched(address: str) -> ResolverMatch | None:
    """The route that answers an address, and its parts."""
    try:
        return resolve(address.partition("?")[0], "livecompact.web.urls")
    except Resolver404:
        return None


def found() -> dict[str, tuple[State, str]]:
    """For each route the first state that shows it, and the address where it does; none where one is led there."""
    shown: dict[str, tuple[State, str]] = {}
    for state in sorted(STATES, key=lambda each: each.status):
        for step in state.steps:
            match = matched(step.address)
            if match and match.view_name in TRIED and match.kwargs["compact"] in NEIGHBOUR:
                shown.setdefault(match.view_name, (state, step.address))
    for state in STATES:
        if state.route in TRIED:
            shown.setdefault(state.route, (state, ""))
    return shown


FOUND = found()


def compact_of(address: str) -> str:
    """The Compact in an address."""
    return address.split("/")[1] if address else BOTH[0]


TOGETHER: dict[tuple[Callable[..., None], str], list[str]] = defaultdict(list)
for _route, (_state, _address) in FOUND.items():
    TOGETHER[_state.prepare, compact_of(_address)].append(_route)


def elsewhere(route: str) -> str:
    """The address of what a route shows, with the name of the other Compact in it."""
    state, address = FOUND[route]
    address = address or str(state.open(Client()).request["PATH_INFO"])
    here = compact_of(address)
    return f"/{NEIGHBOUR[here]}{address.removeprefix(f'/{here}')}"


def expected(route: str, role: Role, address: str) -> int:
    """What the table says of somebody whose seat is there: where it lets them in, there is nothing."""
    row, match = TABLE[route], matched(address)
    assert match
    reaches = {
        Reach.SITE: True,
        Reach.COMPACT: True,
        Reach.ORGANISATION: row.any_organisation or match.kwargs.get("organisation") == ORGANISATION,
        Reach.CONCERN: False,
    }
    held = {Role.VISITOR, role if reaches[REACH[role]] else Role.VISITOR}
    held |= set() if role is Role.VISITOR else {Role.PERSON}
    if row.roles & held:
        return 404
    return 302 if role is Role.VISITOR else 403


@contextmanager
def writes() -> Iterator[list[str]]:
    """Every statement that writes into a table of ours; a session notes each move of whoever is signed in."""
    written: list[str] = []

    def noted(execute: Any, sql: str, *rest: Any) -> Any:
        if re.match(r"(INSERT INTO|UPDATE|DELETE FROM) (?!\"(people_session|django_session)\")", sql):
            written.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(noted):
        yield written


def test_every_part_of_an_address_is_known_to_name_a_row_or_a_word():
    known = ROWS | WORDS | {"compact", "number"}
    assert {route: parts - known for route, parts in PARTS.items() if "compact" in parts and parts - known} == {}


def test_every_route_of_a_row_is_tried():
    assert set(FOUND) == TRIED


@pytest.mark.parametrize("together", TOGETHER, ids=lambda each: f"{each[0].__module__}.{each[0].__name__}, {each[1]}")
def test_nothing_of_one_compact_is_there_in_another(holder, monkeypatch, together):
    prepare, there = together
    monkeypatch.setattr("livecompact.web.errors.forbidden", lambda *_: HttpResponse(status=403))
    monkeypatch.setattr("livecompact.web.errors.not_found", lambda *_: HttpResponse(status=404))
    prepare(monkeypatch)
    for name in set(BOTH) - set(Compact.objects.values_list("slug", flat=True)):
        compacts.add_compact(source=name, by="test", at=NOW)
    asked = {route: elsewhere(route) for route in TOGETHER[together]}
    wrong = {}
    for role in Role:
        client = Client(raise_request_exception=False)
        if role is not Role.VISITOR:
            client.force_login(holder(role, compact=NEIGHBOUR[there]))
        for route, address in asked.items():
            for method in sorted(TABLE[route].methods):
                with writes() as written:
                    did = client.generic(method, address).status_code
                if did != expected(route, role, address) or written:
                    wrong[route, method, str(role)] = (did, written)
    assert wrong == {}
