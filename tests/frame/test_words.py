"""Every word on a page can be translated, and a translation reaches it."""

import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract
from django.template.loader import render_to_string
from django.utils import translation
from jinja2 import Environment, nodes

from livecompact.frame.environment import EXTENSIONS, environment, is_page

ROOT = Path(__file__).parents[2] / "livecompact"
ROOMS = [app.parent for app in ROOT.glob("*/apps.py")]
TEMPLATES = sorted(template for room in ROOMS for template in room.glob("templates/**/*.jinja"))
NAMES = {"openmoji.org"}  # the same in every language
OPTIONS = {"extensions": ",".join(EXTENSIONS), "trimmed": "true", "silent": "false"}


def strings(template):
    source = BytesIO(template.read_bytes())
    return [message for _, message, _, _ in extract("jinja2", source, options=OPTIONS)]


GLUED = re.compile(r"[.?!]\{% endtrans %\}(?:\{% endif %\})?\n\s*\{% (?:trans|if)[^%]*%\}[^<\n]")
"""Two sentences on two lines: what stands between two tags of a template is taken away, and no space is left."""


def test_a_sentence_does_not_stick_to_the_one_before():
    assert [template.name for template in TEMPLATES if GLUED.search(template.read_text("utf-8"))] == []
    assert GLUED.search("{% trans %}One.{% endtrans %}\n  {% trans %}Two.{% endtrans %}")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_words_stand_in_a_template_outside_a_translation(template):
    tree = Environment(extensions=EXTENSIONS, autoescape=True).parse(template.read_text(encoding="utf-8"))
    reader = Bare()
    reader.feed("".join(part.data for part in tree.find_all(nodes.TemplateData)))
    reader.close()

    assert [text for text in reader.texts if text not in NAMES] == []


class Bare(HTMLParser):
    """Keeps the texts with a letter in them."""

    def __init__(self):
        super().__init__()
        self.texts = []

    def handle_data(self, data):
        if any(letter.isalpha() for letter in data):
            self.texts.append(" ".join(data.split()))


def test_babel_finds_the_words_of_templates():
    found = strings(ROOT / "frame/templates/frame/_footer.jinja")

    assert "Get help" in found
    assert "Accessibility statement" in found


def test_a_page_is_drawn_in_the_language_that_is_chosen():
    made = environment()
    install: Any = getattr(made, "install_gettext_callables")  # noqa: B009 (an extension puts it there)
    install("«{}»".format, "«{} {} {}»".format, newstyle=True)

    assert made.from_string("{% trans %}Get help{% endtrans %}").render() == "«Get help»"
    assert made.from_string("{{ _('Get help') }}").render() == "«Get help»"
    with translation.override("cy"):
        assert render_to_string("web/500.jinja").startswith('<!DOCTYPE html>\n<html lang="cy" dir="ltr"')
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl"' in render_to_string("web/500.jinja")


def test_only_plain_text_is_not_escaped():
    assert is_page("frame/page.jinja")
    assert is_page("web/sitemap.xml")
    assert is_page(None)
    assert not is_page("account/email/login_code_message.txt")
