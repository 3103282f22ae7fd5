"""A check hands over its words and its table for a committee report as a file for a word processor."""

import pytest
from django.test import Client

from livecompact.frame.word import TYPE
from tests.checks.states import AWARD, page
from tests.frame.test_word import read, texts

pytestmark = pytest.mark.usefixtures("compacts")


def test_the_file_says_what_the_page_says_and_nobody_keeps_it():
    here = page("award", "result", **AWARD)
    there = page("award", "result.docx", **AWARD)
    shown = Client().get(here).text
    assert there.replace("&", "&amp;") in shown

    answer = Client().get(there)
    assert answer["Content-Type"] == TYPE
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"] == 'attachment; filename="hertfordshire-award.docx"'
    said = texts(read(answer.content)["word/document.xml"])
    assert "Words for your committee report" in said
    assert "This plan and the promises" in said
    assert f"{said[0]}</h1>" in shown
    assert any(line.startswith("Promise 3.4: ") for line in said)
