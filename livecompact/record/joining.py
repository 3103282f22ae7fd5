"""What the rooms above tell this one, since it may not ask them: which Compacts there are, and what can be followed.

Each does so in `ready()` of its apps.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.http import Http404


class Compact(Protocol):
    """What this room's pages need of a Compact."""

    @property
    def id(self) -> str:
        """Its part of the address."""

    @property
    def name(self) -> str:
        """Its name in full."""

    @property
    def brand_colour(self) -> str:
        """The colour of its pages, or an empty text."""


@dataclass(frozen=True)
class Named:
    """Something that can be followed: what it is called, and its page."""

    name: str
    address: str


type FindCompact = Callable[[object, str, date], Compact]
type FindNamed = Callable[[str, str, date], Named | None]

type FindReplies = Callable[[str], list[str]]

_COMPACTS: list[FindCompact] = []
_REPLIES: list[FindReplies] = []
_FOLLOWED: dict[str, FindNamed] = {}


def compacts_from(find: FindCompact) -> None:
    """Find a Compact by actor, slug and day with that function; it raises LookupError where there is none."""
    _COMPACTS[:] = [find]


def replies_from(find: FindReplies) -> None:
    """Find the addresses that answers to a Compact's mail go to with that function."""
    _REPLIES[:] = [find]


def can_be_followed(kind: str, find: FindNamed) -> None:
    """Let people follow things of a kind ("promise"): found by Compact, id and day, or None."""
    _FOLLOWED[kind] = find


def compact(actor: object, slug: str, today: date) -> Compact:
    """The Compact of an address; Http404 where the actor may see none."""
    for find in _COMPACTS:
        try:
            return find(actor, slug, today)
        except LookupError:
            continue
    raise Http404(slug)


def reply_to(compact_slug: str) -> list[str]:
    """Where answers to a Compact's mail go; nowhere but to the sender where the area named nobody."""
    return _REPLIES[0](compact_slug) if _REPLIES and compact_slug else []


def named(compact_slug: str, thing: str, today: date) -> Named | None:
    """What "promise:2.4" is called and where it is; None where there is no such thing."""
    kind, _, name = thing.partition(":")
    find = _FOLLOWED.get(kind)
    return find(compact_slug, name, today) if find and name else None
