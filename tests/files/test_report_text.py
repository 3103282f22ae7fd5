from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from livecompact import agreements, kinds
from livecompact.files.report import text as report_text
from livecompact.files.unreadable import CannotRead
from tests.files.held import ELM, FULL, OAKLEY, SHORT, Row, held, rows_of
from tests.files.test_sentences import VERDICT_WORDS

ALWAYS = (OAKLEY, "2000-01-01", "")
NAMED = {"organisation": ELM, "title": "Elmfield parks", "identifier": "https://elmfield.example.org/1"}
AS_IF_ROWS = [
    NAMED | FULL,
    NAMED | SHORT,
    NAMED | SHORT | {"reason_for_shorter_time": "none"},
    NAMED | {"opens": "2025-03-03", "closes": "2025-02-03"},
    NAMED | {"opens": "2025-03-03", "closes": ELM},
]


def text_of(tmp_path: Path, rows: Iterable[Row], *who: tuple[str, str, str], **asked: Any) -> str:
    return report_text.report(held(tmp_path, rows, who, **asked).checked)


def test_as_if_opens_by_saying_so_and_holds_no_verdict_and_no_name(tmp_path):
    text = text_of(tmp_path, AS_IF_ROWS)

    opening = "These bodies have not signed this Compact. This shows how their file would stand.\n"
    assert text.startswith(opening)
    assert not VERDICT_WORDS.search(text)
    assert "Elmfield" not in text
    assert "elmfield" not in text


def test_as_if_names_the_organisations_where_that_was_asked_for(tmp_path):
    text = text_of(tmp_path, AS_IF_ROWS, named=True)

    assert f"row 3: {ELM}. Elmfield parks. It was open for 56 days" in text
    assert not VERDICT_WORDS.search(text)


def test_beside_bodies_that_have_signed_the_others_keep_their_opening_and_their_silence(tmp_path):
    text = text_of(tmp_path, [*AS_IF_ROWS, {"organisation": OAKLEY} | SHORT], ALWAYS)

    judged, as_if = text.split("measured as if\n---", maxsplit=1)
    as_if = as_if.split("\nHow we read")[0]
    assert "[No evidence: this file does not say]" in " ".join(judged.split())
    assert "These bodies have not signed this Compact. This shows how their file would stand." in as_if
    assert not VERDICT_WORDS.search(as_if)
    assert "Elmfield" not in text


def test_every_outcome_is_shown_also_where_there_is_none(tmp_path):
    text = text_of(tmp_path, [{"organisation": OAKLEY} | FULL], ALWAYS)

    for line in ("Kept                1", "Explained           0", "Not kept            0", "No evidence         0"):
        assert line in text


def test_what_no_file_has_a_column_for_stands_once_with_its_promise(tmp_path):
    text = text_of(tmp_path, [FULL])

    assert "Not checkable: no column for what it asks" in text
    assert text.count("[views-answered]") == 1
    assert "2.5 Feedback after consultations [feedback-given]: no column for the day feedback was published." in text


def test_a_number_that_is_not_agreed_stands_apart_with_our_suggestion(tmp_path):
    assert "[feedback-in-time]: No number agreed here. We suggest 12 weeks." in text_of(tmp_path, [FULL])


def test_rows_that_could_not_be_read_are_told_by_cause_with_the_first_cell(tmp_path):
    text = text_of(tmp_path, [FULL, {"opens": "2025-03-03", "closes": "31/02/2025"}])

    assert "Rows that we could not read" in text
    assert "We could not read 1 row, for 1 cause." in text
    assert "row 3, cell B3, “31/02/2025”." in text
    assert "2 rows: 1 measured, 1 not read." in text


def test_of_many_cells_the_first_are_listed_and_the_others_counted(tmp_path):
    text = text_of(tmp_path, [FULL, *[{"opens": "2025-03-03", "closes": "31/02/2025"}] * 30])

    assert text.count("“31/02/2025”") == 20
    assert "and 10 more" in " ".join(text.split())


def test_of_many_contradictions_the_first_are_listed_and_the_others_counted(tmp_path):
    text = text_of(tmp_path, [{"opens": "2025-03-03", "closes": "2025-02-03"}] * 21)

    assert text.count("It closes before it opens") == 20
    assert "and 1 more row\n" in text


def test_of_many_causes_the_first_are_listed_and_the_others_counted(tmp_path):
    rows = [FULL, *[{f"{date}": "soon"} for date in ("opens", "closes")]]

    checked = held(tmp_path, rows).checked
    text = report_text.report(replace(checked, causes=checked.causes * 11))

    assert "and 2 more causes\n" in text


def test_what_was_recognised_ignored_and_missing_is_told(tmp_path):
    text = " ".join(text_of(tmp_path, [FULL | {"summary": "Parks"}]).split())

    assert "Recognised: “opens” is the opening date; “closes” is the closing date." in text
    assert "Not used: “summary”." in text
    assert "No column for: whether it affects voluntary and community groups" in text


def test_years_show_what_cannot_be_told(tmp_path):
    rows = [{"opens": "2023-12-01", "closes": "2024-03-31"}, {"opens": "2024-01-01", "closes": ""}]

    text = text_of(tmp_path, rows)

    assert "2023  1 of 1, cannot tell 0" in text
    assert "2024  0 of 1, cannot tell 1" in text


@settings(max_examples=20)
@given(
    headings=st.lists(st.text(min_size=1, max_size=60), max_size=3, unique=True),
    value=st.text(max_size=90),
)
def test_no_line_is_wider_than_100_signs_nor_steers_the_terminal(tmp_path_factory, headings, value):
    row = {heading.replace("\0", ""): value.replace("\0", "") for heading in headings} | FULL | {"closes": "31/02/2025"}
    folder = tmp_path_factory.mktemp("held")
    try:
        text = text_of(folder, [row, FULL], named=True)
    except CannotRead:  # so odd that it is taken for no text at all
        reject()

    assert all(len(line) <= 100 for line in text.splitlines())
    assert all(sign.isprintable() or sign == "\n" for sign in text)


@pytest.mark.parametrize("compact", agreements.bundled())
def test_no_report_on_any_standard_has_words_of_a_verdict_as_if(tmp_path, compact):
    agreement = agreements.load(compact)
    for name in kinds.KINDS:
        if rows := rows_of(name, [e for s in agreement.newest.standards_for(name) for e in s.examples]):
            text = text_of(tmp_path, rows, agreement=agreement, kind=name)
            assert not VERDICT_WORDS.findall(text)
