"""What can wait for a second person: each room registers how a thing of its own is found, shown and done."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from livecompact.compacts.models import Act, SecondLook
from livecompact.people.models import Person


@dataclass(frozen=True)
class Thing:
    """Something that waits, as it is now: what it is called, what it says, where officers see it, and its version."""

    title: str
    says: tuple[tuple[str, str], ...]
    address: str
    version: str


def version_of(told: object) -> str:
    """What stands for all that becomes public, as plain data: of another version a yes says nothing."""
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


class NotNow(Exception):
    """It cannot be done any more as it stands."""


class NotYours(Exception):
    """Somebody else must answer: this person is not to say anything of it."""


type Find = Callable[[SecondLook, datetime], Thing | None]
"""The thing as it is now; None where it is gone, or done already."""
type Do = Callable[[SecondLook, Person, datetime], object]
"""Does it, inside the transaction of the yes, in the name of that person; NotNow where it cannot be done."""
type May = Callable[[SecondLook, Person, datetime], bool]
"""Whether a person who could be the second may answer this one."""

_REGISTERED: dict[Act, tuple[Find, Do, May]] = {}


def _anybody(look: SecondLook, person: Person, at: datetime) -> bool:  # noqa: ARG001 (every kind is asked in the same way)
    return True


def register(act: Act, find: Find, do: Do, may: May = _anybody) -> None:
    """Let things of that kind wait; `may` says who of the second persons answers."""
    _REGISTERED[act] = (find, do, may)


def found(look: SecondLook, at: datetime) -> Thing | None:
    """What a look is about, as it is now."""
    return _REGISTERED[Act(look.act)][0](look, at)


def may(look: SecondLook, person: Person, at: datetime) -> bool:
    """Whether somebody may answer it."""
    return _REGISTERED[Act(look.act)][2](look, person, at)


def do(look: SecondLook, by: Person, at: datetime) -> None:
    """Do what was waited with."""
    _REGISTERED[Act(look.act)][1](look, by, at)
