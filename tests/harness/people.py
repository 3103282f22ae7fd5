"""Somebody who holds a role, for the tests of every room: its conftest.py imports these fixtures."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from livecompact.people import actions, queries
from livecompact.people.models import Person, Seat
from livecompact.people.roles import REACH, SEATED, STRONG, Reach, Role

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
COMPACT = "hertfordshire"
ORGANISATION = "hartsmere-food-bank"
KEY = "JBSWY3DPEHPK3PXP"  # of the authenticator app of whoever must have one


@pytest.fixture
def holder(db: None) -> Callable[..., Person]:
    """Makes somebody who holds a role, unless told otherwise of Hertfordshire or of the Hartsmere Food Bank.

    A role of one concern is held in that concern: its room makes it, on top of the person that this gives.
    """

    def made(role: Role, *, compact: str = COMPACT, organisation: str = ORGANISATION) -> Person:
        person = actions.add_person(email=f"{role}@example.org", at=NOW)
        if role in SEATED:
            seat(person, role, compact=compact, organisation=organisation)
        return person

    return made


def seat(person: Person, role: Role, *, compact: str = COMPACT, organisation: str = ORGANISATION) -> Seat:
    """A role given to somebody who is there already, with the second factor that it wants.

    A co-chair is the voluntary side's.
    """
    if role in STRONG:
        prove(person)
    return actions.give_seat(
        person=person,
        role=role,
        by="test",
        at=NOW,
        compact=compact if REACH[role] is Reach.COMPACT else "",
        organisation=organisation if REACH[role] is Reach.ORGANISATION else "",
        side="voluntary" if role is Role.CO_CHAIR else "",
    )


def prove(person: Person) -> None:
    """Give somebody an authenticator app, if they have no second factor yet."""
    if not queries.has_second_factor(person):
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": KEY})


@pytest.fixture
def enter(holder: Callable[..., Person]) -> Callable[[Client, Role | None], Client]:
    """Signs somebody with a role in; without one the client stays a visitor's."""

    def entered(client: Client, role: Role | None) -> Client:
        if role is not None:
            client.force_login(holder(Role(role)))
        return client

    return entered
