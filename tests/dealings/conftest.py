"""Both Compacts on the site, and a day that does not move."""

from datetime import UTC, date, datetime

import pytest

from livecompact.compacts import actions
from tests.harness.compacts import BOTH

TODAY = date(2026, 11, 22)


@pytest.fixture
def compacts(db, monkeypatch):
    """Both that ship, on a Sunday in November 2026."""
    monkeypatch.setattr("livecompact.dealings.views.localdate", lambda: TODAY)
    for name in BOTH:
        actions.add_compact(source=name, by="test", at=datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def site(client, compacts):
    """A visitor's client, once both Compacts are there."""
    return client
