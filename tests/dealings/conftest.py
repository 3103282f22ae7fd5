"""Both Compacts on the site, and a day that does not move."""

import pytest

from livecompact.compacts import actions
from tests.harness.clock import NOW, TODAY, stop_the_clock
from tests.harness.compacts import BOTH

__all__ = ["TODAY"]


@pytest.fixture
def compacts(db, monkeypatch):
    """Both that ship, on a Sunday in November 2026."""
    stop_the_clock(monkeypatch)
    for name in BOTH:
        actions.add_compact(source=name, by="test", at=NOW)


@pytest.fixture
def site(client, compacts):
    """A visitor's client, once both Compacts are there."""
    return client
