"""The doctor tells whether PDFs can be made, and what to install where not."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from livecompact.frame import pdf
from livecompact.web import doctor_findings

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("installed", "lacking", "fine", "says"),
    [
        (False, [], True, "makes no PDFs"),
        (True, [], True, "can be made"),
        (True, ["pango-1.0"], False, "need pango-1.0"),
    ],
)
def test_whether_pdfs_can_be_made_is_told(monkeypatch, installed, lacking, fine, says):
    monkeypatch.setattr(pdf, "is_installed", lambda: installed)
    monkeypatch.setattr(pdf, "missing", lambda: lacking)

    [found] = doctor_findings.pdfs(settings.SITE, NOW)

    assert (found.fine, says in found.says) == (fine, True)
    assert ("apt install libpango-1.0-0" in found.mend) is (not fine)


def test_a_library_that_is_nowhere_is_missing(monkeypatch):
    monkeypatch.setattr(pdf, "LIBRARIES", ("no-such-library",))

    assert pdf.missing() == ["no-such-library"]
