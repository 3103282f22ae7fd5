"""A day that does not move, for the pages of records."""

from datetime import UTC, date, datetime

import pytest

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def stop_the_clock(patch: pytest.MonkeyPatch) -> None:
    """Let it be a Sunday in November 2026, wherever the site asks what time it is."""
    patch.setattr("django.utils.timezone.now", lambda: NOW)
