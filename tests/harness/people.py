"""Somebody who holds a role, for the tests of every room: its conftest.py imports these fixtures."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from livecompact.people import actions
from livecompact.people.models import Person
from livecompact.people.roles import Role

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def holder(db: None) -> Callable[[Role], Person]:
    """Makes somebody who holds a role; an officer is Hertfordshire's."""

    def made(role: Role) -> Person:
        person = actions.add_person(email=f"{role}@example.org", at=NOW)
        if role is not Role.VISITOR:
            compact = "hertfordshire" if role is Role.OFFICER else ""
            actions.give_office(person=person, role=role, compact=compact, by="test", at=NOW)
        return person

    return made


@pytest.fixture
def enter(holder: Callable[[Role], Person]) -> Callable[[Client, Role | None], Client]:
    """Signs somebody with a role in; without one the client stays a visitor's."""

    def entered(client: Client, role: Role | None) -> Client:
        if role is not None:
            client.force_login(holder(Role(role)))
        return client

    return entered
