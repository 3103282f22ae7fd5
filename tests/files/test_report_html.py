import re
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from livecompact import agreements
from livecompact.files.report import html as report_html
from tests.files.held import ELM, FULL, OAKLEY, SHORT, Row, held
from tests.files.test_report_text import ALWAYS, AS_IF_ROWS, NAMED
from tests.files.test_sentences import VERDICT_WORDS


class Page(HTMLParser):
    """A page as a reader meets it: its words without the style, its elements, and what it would fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.elements if name == tag]


def page_of(tmp_path: Path, rows: Iterable[Row], *who: tuple[str, str, str], **asked: Any) -> Page:
    return Page(report_html.report(held(tmp_path, rows, who, **asked).checked))


def test_as_if_the_page_opens_by_saying_so_and_holds_no_verdict_and_no_name(tmp_path):
    html = report_html.report(held(tmp_path, AS_IF_ROWS).checked)
    page = Page(html)

    before_heading = page.text.split("How 5 consultations would stand")[1]
    assert "These bodies have not signed this Compact. This shows how their file would stand." in before_heading
    assert not VERDICT_WORDS.findall(page.text)
    assert "lmfield" not in html
    assert not [attrs for attrs in page.all("strong") if "tag" in attrs.get("class", "")]


def test_bodies_that_have_signed_are_named_and_tagged_in_words(tmp_path):
    page = page_of(tmp_path, [NAMED | SHORT, {"organisation": OAKLEY, "title": "Parks"} | SHORT], ALWAYS)

    assert f"{OAKLEY}: Parks" in page.text
    assert ELM not in page.text
    tags = [attrs["class"] for attrs in page.all("strong")]
    assert {"tag kept", "tag explained", "tag not-kept", "tag no-evidence"} == set(tags)


def test_the_page_needs_nothing_from_outside(tmp_path):
    page = page_of(tmp_path, AS_IF_ROWS)

    assert not [tag for tag, _ in page.elements if tag in {"script", "link", "img", "iframe", "object", "embed"}]
    assert not [attrs for _, attrs in page.elements if "src" in attrs or any(name.startswith("on") for name in attrs)]
    assert "url(" not in report_html.report(held(tmp_path, AS_IF_ROWS).checked)


def test_the_page_has_one_heading_its_landmarks_its_language_and_a_way_past_its_head(tmp_path):
    page = page_of(tmp_path, AS_IF_ROWS)

    assert page.all("html") == [{"lang": "en-GB"}]
    assert [len(page.all(tag)) for tag in ("h1", "header", "main", "footer", "nav")] == [1, 1, 1, 1, 1]
    assert next(attrs for attrs in page.all("a")) == {"class": "skip", "href": "#main"}
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


def test_every_link_within_the_page_leads_somewhere_and_no_name_is_given_twice(tmp_path):
    page = page_of(tmp_path, [*AS_IF_ROWS, {"organisation": OAKLEY} | FULL], ALWAYS)
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]

    assert len(ids) == len(set(ids))
    assert {attrs["href"][1:] for attrs in page.all("a") if attrs["href"].startswith("#")} <= set(ids)
    assert {attrs["aria-labelledby"] for _, attrs in page.elements if "aria-labelledby" in attrs} <= set(ids)


def test_every_table_says_its_message_and_every_heading_cell_its_scope(tmp_path):
    page = page_of(tmp_path, AS_IF_ROWS)

    assert len(page.all("table")) == len(page.all("caption"))
    assert all(attrs.get("scope") in {"row", "col"} for attrs in page.all("th"))
    assert "1 of 4 meets it, 2 fall short and of 1 we cannot tell." in page.text


def test_a_bar_is_for_the_eye_only_and_its_number_stands_beside_it(tmp_path):
    html = report_html.report(held(tmp_path, [FULL, SHORT, SHORT, SHORT]).checked)

    assert (
        '<td class="number">3</td><td class="draw"><span class="bar" aria-hidden="true"><span style="width: 75.0%">'
        in html
    )


def test_what_stands_in_a_file_is_shown_and_never_run(tmp_path):
    rows = [{"organisation": "<script>alert(1)</script>", "title": "<b>x</b>", "<i>odd</i>": "1"} | SHORT]

    html = report_html.report(held(tmp_path, rows, named=True).checked)

    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "&lt;i&gt;odd&lt;/i&gt;" in html


def test_every_cell_that_could_not_be_read_is_listed_with_what_would_be_right(tmp_path):
    rows = [FULL, {"opens": "2025-03-03", "closes": "31/02/2025"}, {"opens": "2025-03-03", "closes": "soon"}]

    text = page_of(tmp_path, rows).text

    assert "We could not read 2 rows, for 2 causes." in text
    assert "Row 3 B3 closes “31/02/2025” Check the date; write it such as 2025-03-31 or 31/03/2025." in text
    assert "Row 4 B4 closes “soon” Write the day, month and year, such as 2025-03-31 or 31/03/2025." in text


def test_where_dates_contradict_each_other_each_row_is_listed(tmp_path):
    text = page_of(tmp_path, [FULL, {"opens": "2025-03-03", "closes": "2025-02-03"}]).text

    assert "In 1 row the dates contradict each other, so nobody can tell." in text
    assert "Row 3 It closes before it opens, so one of the dates is wrong." in text


def test_the_signed_text_is_named_with_its_place(tmp_path):
    page = page_of(tmp_path, [FULL])
    text = agreements.load("hertfordshire").signed_text

    assert text.url in {attrs["href"] for attrs in page.all("a")}
    assert text.title in page.text


@pytest.mark.parametrize("rows", [[FULL], [{"opens": "2025-03-03", "closes": "soon"}, FULL]])
def test_a_section_stands_only_where_it_has_something_to_say(tmp_path, rows):
    text = page_of(tmp_path, rows).text

    assert ("Rows that we could not read" in text) == (len(rows) == 2)
    assert "Dates that contradict each other" not in text
