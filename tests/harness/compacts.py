"""What the site holds, for tests that look at pages: nothing, both Compacts that ship, or one with very long words."""

from datetime import UTC, datetime

import pytest

from livecompact.compacts import actions
from tests.harness.worlds import lay_out

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BOTH = ("hertfordshire", "dacorum")


def both_compacts(patch: pytest.MonkeyPatch, *, by: str = "test", at: datetime = NOW) -> None:
    """Put both Compacts that ship on the site, as `livecompact demo` does."""

    def added(_patch: pytest.MonkeyPatch) -> None:
        for name in BOTH:
            actions.add_compact(source=name, by=by, at=at)

    lay_out(added, patch, name=(BOTH, by, at))
