"""Our components are those of GOV.UK Frontend: each official example comes out the same."""

import gzip
import json
from pathlib import Path

import pytest

from livecompact.frame.govuk import Components
from tests.harness.html import tree

FIXTURES = Path(__file__).parent / "fixtures" / "govuk-frontend-6.3.0.json.gz"
OFFICIAL = json.loads(gzip.decompress(FIXTURES.read_bytes()))
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", OFFICIAL)
def test_a_component_equals_its_official_examples(name):
    component = getattr(Components(), name.replace("-", "_"))

    different = [each["name"] for each in OFFICIAL[name] if tree(component(each["options"])) != tree(each["html"])]

    assert OFFICIAL[name]
    assert different == []


def test_a_text_is_escaped():
    drawn = Components().tag({"text": "<script>"})

    assert "&lt;script&gt;" in drawn
    assert "<script>" not in drawn


def test_the_stylesheet_holds_nothing_that_belongs_to_government():
    css = (ROOT / "livecompact/frame/static/frame/site.css").read_text(encoding="utf-8")

    assert "GDS Transport" not in css
    assert "@font-face" not in css
    assert "url(" not in css
    assert "crown" not in css
    assert "system-ui,arial,sans-serif" in css
    assert "--govuk-brand-colour" in css


def test_a_first_view_is_light():
    css = (ROOT / "livecompact/frame/static/frame/site.css").read_bytes()

    assert len(gzip.compress(css)) <= 20_000


def test_every_component_that_a_template_draws_has_its_style():
    drawn = {
        line.split("govuk.")[1].split("(")[0].replace("_", "-")
        for template in ROOT.glob("livecompact/*/templates/**/*.jinja")
        for line in template.read_text(encoding="utf-8").split("{{")
        if line.strip().startswith("govuk.")
    }

    assert drawn
    assert drawn <= set(OFFICIAL)
