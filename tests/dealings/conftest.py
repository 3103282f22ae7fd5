"""Both Compacts on the site, and a day that does not move."""

import pytest

from tests.harness.clock import NOW, TODAY, stop_the_clock
from tests.harness.compacts import both_compacts

__all__ = ["TODAY"]


@pytest.fixture
def compacts(db, monkeypatch):
    """Both that ship, on a Sunday in November 2026."""
    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch, at=NOW)


@pytest.fixture
def site(client, compacts):
    """A visitor's client, once both Compacts are there."""
    return client
