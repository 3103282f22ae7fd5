"""Somebody who holds a role."""

from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]
