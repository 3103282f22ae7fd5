"""Help, contact and the accessibility statement say what is so on this site, and what is not filled in yet."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from livecompact.web import accessibility
from tests.harness.compacts import both_compacts
from tests.web import test_in_browser
from tests.web.states import PAGES

YEAR = timedelta(days=365)

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings, tmp_path):
    settings.SITE = replace(settings.SITE, folder=tmp_path)
    return settings


def test_contact_says_what_is_not_filled_in(client, monkeypatch):
    both_compacts(monkeypatch)
    page = client.get("/contact").text

    assert "Who runs this site has not filled in how to reach them yet." in page
    assert "Nobody has filled in whom to ask yet. Until then, ask Hertfordshire County Council." in page


def test_contact_names_who_runs_the_site(client, site):
    site.SITE = replace(site.SITE, operator="Kent Voluntary Action", contact="help@example.org", phone="01632 960000")
    page = client.get("/contact").text

    assert "Kent Voluntary Action" in page
    assert 'href="mailto:help@example.org"' in page
    assert "Phone: 01632 960000" in page
    assert "Kent Voluntary Action answers for what this site keeps of you." in client.get("/privacy").text
    assert "Kent Voluntary Action runs this site." in client.get("/accessibility").text


def test_the_statement_says_how_the_rules_are_enforced_and_how_to_ask_for_another_form(client):
    page = client.get("/accessibility").text

    for said in ("Equality and Human Rights Commission", "equalityadvisoryservice.com", "2018", "/another-way", "AA"):
        assert said in page


def test_the_statement_holds_the_part_that_the_area_has_written(client, site, tmp_path):
    assert "They have not written their own part yet." in client.get("/accessibility").text

    (tmp_path / accessibility.OWN_PART).write_text("Two people with\nscreen readers tried it.\n\n<b>In May.</b>\n")
    page = client.get("/accessibility").text

    assert "Two people with screen readers tried it.</p>" in page
    assert "&lt;b&gt;In May.&lt;/b&gt;" in page


def test_the_statement_was_reviewed_in_the_last_12_months():
    facts = accessibility.facts()

    assert facts.prepared <= facts.reviewed <= date.today()  # noqa: DTZ011 (the statement grows old on its own)
    assert facts.tested <= facts.reviewed
    assert date.today() - facts.reviewed <= YEAR, "go through the statement anew"  # noqa: DTZ011


def test_the_statement_says_what_the_tests_do():
    facts = accessibility.facts()
    axe = pytest.importorskip("axe_playwright_python")  # of the group "browser"
    engine = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

    assert facts.engine.removeprefix("axe-core ") == engine.split("axe v", 1)[1].split()[0]
    assert (facts.narrow, facts.wide) == (test_in_browser.NARROW, test_in_browser.WIDE)
    assert facts.states <= len(PAGES) <= 10 * facts.states
