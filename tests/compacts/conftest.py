"""The Compacts on the site, and the folder of one that has two editions."""

import shutil
from datetime import UTC, datetime

import pytest

from livecompact.agreements import shipped
from livecompact.compacts.models import Compact
from tests.harness.compacts import BOTH, both_compacts

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def compacts(db, monkeypatch):
    """Both that ship."""
    both_compacts(monkeypatch, by="Compact officer", at=NOW)
    return [Compact.objects.get(slug=name) for name in BOTH]


@pytest.fixture
def hertfordshire(compacts):
    return compacts[0]


@pytest.fixture
def model(tmp_path):
    """A folder of the short model, which a test may change."""
    folder = tmp_path / "model"
    shutil.copytree(str(shipped.folder("model")), folder)
    return folder


@pytest.fixture
def edit(model):
    """Replaces words in a file of the model's folder; they must be there."""

    def edited(path, old, new):
        file = model / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return edited


@pytest.fixture
def two_editions(model, edit):
    """The model's folder with a second edition, in force from 2027: one promise altered, one gone, one new."""
    shutil.copytree(model / "2025", model / "2027")
    edit("2025/edition.toml", 'until = "not known"', "until = 2026-12-31")
    edit("2027/edition.toml", 'id = "2025"', 'id = "2027"')
    edit("2027/edition.toml", "The 2025 model", "The 2027 model")
    edit("2027/edition.toml", 'from = "not known"', "from = 2027-01-01")
    edit("2027/1-independence.toml", 'id = "who-we-speak-for"', 'id = "whom-groups-represent"')
    edit(
        "2027/2-having-a-say.toml",
        "publish what they heard, what they changed",
        "publish what they were told, what they changed",
    )
    return model
