"""Every state of every page, opened once for the many tests that look at it, or visited in a real browser."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.test import Client
from django.utils.timezone import localdate

from livecompact.compacts.queries import compacts
from livecompact.people.roles import Role
from tests.harness import pseudo
from tests.harness.browsing import Visit, visiting
from tests.harness.states import State
from tests.harness.worlds import lay_out
from tests.web.states import PAGES, STATES

type Enter = Callable[[Client, Role | None], Client]

SEEN: dict[Any, Any] = {}  # what came back is looked at by many tests, and fetched once


def in_groups(states: Iterable[State]) -> list[Any]:
    """Each state in the group of its site: tests that look at one run in one process, which writes and fetches it once.

    xdist keeps a group together with `--dist loadgroup`.
    """
    return [pytest.param(state, id=str(state), marks=pytest.mark.xdist_group(_site(state))) for state in states]


def _site(state: State) -> str:
    return f"{state.prepare.__module__}.{state.prepare.__qualname__}"


each_page = pytest.mark.parametrize("opened", in_groups(PAGES), indirect=True)
each_state = pytest.mark.parametrize("opened", in_groups(STATES), indirect=True)


@pytest.fixture
def opened(request: pytest.FixtureRequest) -> tuple[State, Any]:
    """A state, and the answer to it."""
    state: State = request.param
    if id(state) not in SEEN:
        client = request.getfixturevalue("client")
        enter = request.getfixturevalue("enter")
        lay_out(state.prepare, request.getfixturevalue("monkeypatch"))
        SEEN[id(state)] = counted(state, enter(client, state.role))
    return state, SEEN[id(state)]


def counted(state: State, client: Client) -> Any:
    """The answer to a state, with how often its last request asked the database, as `asked`.

    The texts, which a process reads once, it has read before: which test came first shows in no count.
    """
    compacts(AnonymousUser(), localdate())
    connection.force_debug_cursor = True  # Django keeps the queries of the last request
    try:
        response = state.open(client)
        response.asked = len(connection.queries_log)
    finally:
        connection.force_debug_cursor = False
    return response


@pytest.fixture
def visit(
    browser: Any, live_server: Any, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Visit]]:
    """Goes to a state in the browser, at a width."""
    with visiting(browser, live_server.url, enter, monkeypatch) as made:
        yield made


@pytest.fixture(scope="session")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the languages that we made up."""
    folder = tmp_path_factory.mktemp("locale")
    pseudo.write_languages(folder)
    return folder


def every_page(enter: Enter) -> Iterator[tuple[State, Any]]:
    """Every page in every state, and the answer to it, for a test that needs all of them at once."""
    for state in PAGES:
        if id(state) not in SEEN:
            with pytest.MonkeyPatch.context() as patch, transaction.atomic():
                lay_out(state.prepare, patch)
                SEEN[id(state)] = counted(state, enter(Client(), state.role))
                transaction.set_rollback(True)  # the next state begins with nothing
        yield state, SEEN[id(state)]
