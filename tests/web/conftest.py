"""Somebody who holds a role, and a page in one of its states."""

from tests.harness.people import enter, holder
from tests.web.opening import opened

__all__ = ["enter", "holder", "opened"]
