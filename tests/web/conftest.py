"""Somebody who holds a role, a page in one of its states, a visit to it, and the languages that we made up."""

from tests.harness.people import enter, holder
from tests.web.opening import languages, opened, visit

__all__ = ["enter", "holder", "languages", "opened", "visit"]
