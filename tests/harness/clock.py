"""A day that does not move, for the pages of records."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY_READ = (
    "livecompact.dealings.views",
    "livecompact.dealings.board.views",
    "livecompact.dealings.over_time.views",
    "livecompact.dealings.due.views",
    "livecompact.dealings.public.views",
    "livecompact.dealings.publishing.views",
    "livecompact.dealings.publishing.loading",
    "livecompact.frame.parts",
)
MOMENT_READ = (
    "livecompact.dealings.public.views",
    "livecompact.dealings.publishing.views",
    "livecompact.dealings.publishing.loading",
)


def stop_the_clock(patch: pytest.MonkeyPatch) -> None:
    """Let every page of a dealing be looked at on a Sunday in November 2026."""
    for module in DAY_READ:
        patch.setattr(f"{module}.localdate", lambda: TODAY)
    for module in MOMENT_READ:
        patch.setattr(f"{module}.timezone", SimpleNamespace(now=lambda: NOW))
