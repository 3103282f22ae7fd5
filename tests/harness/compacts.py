"""What the site holds, for tests that look at pages: nothing, both Compacts that ship, or one with very long words."""

from datetime import UTC, datetime

import pytest

from livecompact.compacts import actions

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BOTH = ("hertfordshire", "dacorum")


def both_compacts(_patch: pytest.MonkeyPatch) -> None:
    """Put both Compacts that ship on the site, as `livecompact demo` does."""
    for name in BOTH:
        actions.add_compact(source=name, by="test", at=NOW)
