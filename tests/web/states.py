"""Every page in every state: this room's own, and those of every room below it."""

from dataclasses import replace

import pytest

from livecompact import agreements
from livecompact.web import queries
from tests.harness.states import LONG_WORD, Kind, State, at
from tests.people import states as people


def no_compacts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(queries, "compacts", list)


def long_names(patch: pytest.MonkeyPatch) -> None:
    compact = agreements.load("hertfordshire")
    long = replace(compact, name=LONG_WORD, area=replace(compact.area, name=LONG_WORD))
    patch.setattr(queries, "compacts", lambda: [long])


OWN = (
    at("home", "/"),
    at("home", "/", Kind.EMPTY, prepare=no_compacts),
    at("home", "/", Kind.LONG, prepare=long_names),
    at("compact", "/hertfordshire"),
    at("compact", "/hertfordshire", Kind.LONG, prepare=long_names),
    at("compact", "/nowhere", Kind.ERROR, status=404),
    at("help", "/help"),
    at("accessibility", "/accessibility"),
    at("privacy", "/privacy"),
    at("contact", "/contact"),
    at("health", "/health", html=False),
    at("robots", "/robots.txt", html=False),
    at("security", "/.well-known/security.txt", html=False),
    at("sitemap", "/sitemap.xml", html=False),
)

STATES: tuple[State, ...] = (*OWN, *people.STATES)
PAGES = tuple(state for state in STATES if state.html)
