"""Somebody who holds a role; both Compacts that ship; an organisation."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from livecompact.compacts import queries
from livecompact.register import actions
from tests.harness.compacts import both_compacts
from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
CLUB: dict[str, Any] = {"name": "Riverside Youth Club", "sector": "voluntary", "kind": "group", "postcode": "sg62jf"}
TOLD: dict[str, Any] = {"by": "Compact officer", "at": NOW, "compact": "hertfordshire"}


@pytest.fixture
def hertfordshire(db, monkeypatch):
    """Hertfordshire's Compact as everyone reads it; Dacorum's is there too."""
    both_compacts(monkeypatch, at=NOW)
    return queries.compact(None, "hertfordshire", TODAY)


@pytest.fixture
def add(hertfordshire):
    """Adds an organisation: Riverside Youth Club unless told otherwise."""
    return lambda **told: actions.add_organisation(**CLUB | TOLD | told)


@pytest.fixture
def club(add):
    return add()


@pytest.fixture
def sign(hertfordshire):
    """Signs for an organisation, and lets the officer approve it at once, unless told otherwise."""

    def signed(organisation, *, approve=True, **told):
        given = {"edition": "2016", "signed_on": TODAY, **TOLD} | told
        signature = actions.sign(organisation=organisation, **given)
        return actions.approve(signature=signature, by="Compact officer", at=given["at"]) if approve else signature

    return signed
