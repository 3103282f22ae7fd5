"""Every page in every state: this room's own, and those of every room below it."""

from tests.compacts import states as compacts
from tests.dealings import states as dealings
from tests.formats import states as formats
from tests.harness.compacts import both_compacts
from tests.harness.states import Kind, State, at
from tests.people import states as people
from tests.record import states as record
from tests.register import states as register

OWN = (
    at("help", "/help"),
    at("accessibility", "/accessibility"),
    at("privacy", "/privacy"),
    at("contact", "/contact"),
    at("help", "/nowhere/at/all", Kind.ERROR, status=404),
    at("health", "/health", html=False),
    at("robots", "/robots.txt", html=False),
    at("security", "/.well-known/security.txt", html=False),
    at("sitemap", "/sitemap.xml", prepare=both_compacts, html=False),
)

ROOMS = (people, record, compacts, formats, register, dealings)

STATES: tuple[State, ...] = (*OWN, *(state for room in ROOMS for state in room.STATES))
PAGES = tuple(state for state in STATES if state.html)
