"""Somebody who holds a role, and a line of the record to write."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from livecompact.people import actions as people
from livecompact.record import actions
from livecompact.record.what import What
from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def write(db):
    """Writes a line of Hertfordshire's record, as an officer does who publishes a consultation."""

    def written(**rest):
        line: dict[str, Any] = {
            "compact": "hertfordshire",
            "what": What.CONSULTATION_PUBLISHED,
            "subject": "consultation/12",
            "title": "Library hours",
            "address": "/hertfordshire/consultations/12",
            "role": "Compact officer",
            "at": NOW,
        }
        with transaction.atomic():
            return actions.write(**line | rest)

    return written


@pytest.fixture
def ann(db):
    return people.add_person(email="ann@example.org", name="Ann", at=NOW)
