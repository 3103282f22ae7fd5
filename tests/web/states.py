"""Every page in every state: this room's own, and those of every room below it."""

from tests.compacts import states as compacts
from tests.dealings import states as dealings
from tests.harness.compacts import both_compacts
from tests.harness.states import Kind, State, at
from tests.people import states as people

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

STATES: tuple[State, ...] = (*OWN, *people.STATES, *compacts.STATES, *dealings.STATES)
PAGES = tuple(state for state in STATES if state.html)
