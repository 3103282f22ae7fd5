"""The states in which the tests look at each page: as it is, with errors, with nothing in it, with very long words.

A room lists its own in `tests/<room>/states.py`; `tests/web/states.py` joins them. Both the crawler and the browser
go through the whole list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pytest
from django.test import Client

from livecompact.people.roles import Role

LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3


class Kind(StrEnum):
    """What a state shows."""

    NORMAL = "normal"
    ERROR = "error"
    EMPTY = "empty"
    LONG = "very long"


@dataclass(frozen=True)
class Step:
    """One move: open an address or, with `fields`, send its form with these answers."""

    address: str
    fields: Mapping[str, str] | None = None


def _nothing(_patch: pytest.MonkeyPatch) -> None:
    return


@dataclass(frozen=True)
class State:
    """A page in one state: the route it is of, how one gets there, and what it answers with.

    `prepare` writes what the page shows (through actions), or patches what cannot be written; `role` signs somebody
    in who holds it. `formless` is a page that is no HTML, such as robots.txt.
    """

    route: str
    kind: Kind
    steps: tuple[Step, ...]
    status: int = 200
    prepare: Callable[[pytest.MonkeyPatch], None] = _nothing
    role: Role | None = None
    cookies: bool = False  # it holds a form that is sent, or somebody is signed in
    html: bool = True

    def __str__(self) -> str:
        return f"{self.route}, {self.kind}, {self.status}"

    def open(self, client: Client) -> Any:
        """Go there with Django's client; redirects are followed."""
        for step in self.steps:
            if step.fields is None:
                response = client.get(step.address, follow=True)
            else:
                response = client.post(step.address, dict(step.fields), follow=True)
        return response


def at(route: str, address: str, kind: Kind = Kind.NORMAL, **rest: object) -> State:
    """The state of a page that one opens by its address."""
    return State(route, kind, (Step(address),), **rest)  # type: ignore[arg-type]
