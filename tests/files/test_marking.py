"""A file comes back as the kind that it is, its cells as they were, with what is wrong beside its rows."""

import csv
import io
import json
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.files import mark_command
from livecompact.files.marking.notes import ADDED, inert
from livecompact.files.tables.hidden import hidden_in
from livecompact.files.tables.only_table import form_of, only_table
from tests.files.published import read
from tests.files.workbooks import ods, xlsx

WRONG = ["There is no such day.", "Check the date.", "Needs a change"]
READY = ["", "", "Ready"]
HEAD = {"A": "Identifier", "B": "Award Date", "C": "Amount Awarded", "D": "Title"}


@pytest.fixture
def marked(tmp_path):
    """The bytes that come back of a file with some notes."""

    def mark(path, notes):
        told, out = tmp_path / "notes.json", io.BytesIO()
        told.write_text(json.dumps(notes))
        assert mark_command.mark(path, kind="award", notes=told, out=out) == 0
        return out.getvalue()

    return mark


def sent(tmp_path, text, name="awards.csv"):
    path = tmp_path / name
    path.write_bytes(text.encode())
    return path


def sheet_of(data):
    """The sheet of a workbook as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_a_workbook_comes_back_as_one_with_its_days_numbers_and_noughts_as_they_were(tmp_path, marked):
    rows = {
        1: {"A": "Our awards"},
        3: HEAD,
        4: {"A": "0012", "B": ("day", 45719), "C": 1250.5, "D": "Choir"},
        6: {"A": "0013", "B": "31/02/2025", "D": "Carers"},
    }
    path = xlsx(tmp_path / "awards.xlsx", ("Awards/2025", "visible", rows))

    data = marked(path, {"4": READY, "6": [*WRONG, "B6", "C6"]})

    sheet = sheet_of(data)
    assert [cell.value for cell in sheet[1]][:2] == ["Our awards", None]
    assert [cell.value for cell in sheet[3]] == [*HEAD.values(), *ADDED]
    assert [cell.value for cell in sheet[4]] == ["0012", datetime(2025, 3, 3), 1250.5, "Choir", None, None, "Ready"]  # noqa: DTZ001 (a cell has no zone)
    assert [cell.value for cell in sheet[6]] == ["0013", "31/02/2025", None, "Carers", *WRONG]
    assert [sheet[place].fill.fgColor.rgb[2:] for place in ("A4", "A6", "B6", "C6", "D6")] == [
        "000000",
        "FFF4CC",
        "F9C9C0",
        "F9C9C0",
        "FFF4CC",
    ]


def test_a_marked_workbook_is_read_again_as_it_was_and_marked_again_without_doubling(tmp_path, marked):
    rows = {1: HEAD, 2: {"A": "0012", "B": ("day", 45719), "C": 1250.5, "D": "Choir"}}
    again = tmp_path / "again.xlsx"
    again.write_bytes(marked(xlsx(tmp_path / "awards.xlsx", ("Awards", "visible", rows)), {"2": READY}))

    found = read(again)

    assert hidden_in(again.name, again) == ()
    assert (found.column("identifier"), found.column("awarded")) == (["0012"], [date(2025, 3, 3)])
    assert [cell.value for cell in sheet_of(marked(again, {"2": WRONG}))[1]] == [*HEAD.values(), *ADDED]


@pytest.mark.parametrize("text", ["=1+1", "+1+cmd", "-1+cmd", "@SUM(A1)", "\uff1d1+1", "=HYPERLINK(1)", "http://x.y"])
def test_no_text_of_a_workbook_becomes_a_formula_or_a_link(tmp_path, marked, text):
    rows = {1: HEAD, 2: {"A": "1", "B": ("day", 45719), "C": 5, "D": text}}

    cell = sheet_of(marked(xlsx(tmp_path / "awards.xlsx", ("Awards", "visible", rows)), {"2": READY}))["D2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert cell.quotePrefix is not text.startswith("http")


def test_a_text_longer_than_a_workbook_holds_is_cut_and_told(tmp_path, marked):
    path = ods(tmp_path / "awards.ods", [*HEAD.values()], ["1", "2026-04-01", "5", "x" * 40_000])

    row = [cell.value for cell in sheet_of(marked(path, {"2": READY}))[2]]

    assert (len(row[3]), row[6]) == (32_767, "Ready")
    assert "was cut" in row[4]


def test_csv_comes_back_with_its_own_delimiter_and_every_row_at_its_number(tmp_path, marked):
    text = 'Our awards of 2026\n\nIdentifier;Award Date;Title\n0012;1/4/26;"A; b"\n\n0013;31/02/2026;=1+1\n'

    lines = marked(sent(tmp_path, text), {"4": READY, "6": [*WRONG, "B6"]}).decode("utf-8-sig").split("\r\n")

    assert [*csv.reader(lines, delimiter=";")] == [
        ["Our awards of 2026"],
        [],
        ["Identifier", "Award Date", "Title", *ADDED],
        ["0012", "1/4/26", "A; b", *READY],
        [],
        ["0013", "31/02/2026", "'=1+1", *WRONG],
        [],
    ]


@pytest.mark.parametrize(
    "text", ["=1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20A"]
)
def test_no_text_of_csv_runs_in_a_spreadsheet(text):
    assert inert(text) == f"'{text}"


PACKAGE = '{\n "license": "x}",\n "grants": [\n  {"id": "1", "sum": 1200.00, "x": {}},\n  {}\n ],\n "more": [1]\n}\n'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", PACKAGE),
        ("a.json", '[{"id": "}"} , {"id": 2.50}]'),
        ("a.jsonl", '{"id": "1"}\n{"id": "2"}\n'),
    ],
)
def test_json_comes_back_letter_by_letter_with_what_is_told_in_each_record(tmp_path, marked, name, text):
    data = marked(sent(tmp_path, text, name), {"1": READY, "2": WRONG}).decode()

    ready, wrong = (json.dumps(dict(zip(ADDED, told, strict=True)))[1:-1] for told in (READY, WRONG))
    assert data.replace(f", {ready}", "").replace(f", {wrong}", "").replace(wrong, "") == text
    assert data.count(ready) == 1
    assert marked(sent(tmp_path, data, name), {"1": READY, "2": WRONG}).decode() == data


@given(records=st.lists(st.dictionaries(st.text(max_size=3), st.text() | st.floats(allow_nan=False)), max_size=5))
def test_any_list_of_records_comes_back_as_json_with_the_same_records(tmp_path_factory, records):
    folder = tmp_path_factory.getbasetemp()
    path, notes, out = folder / "records.json", folder / "no-notes.json", io.BytesIO()
    path.write_text(json.dumps([{"id": "1"}, *records]))
    notes.write_text("{}")

    assert mark_command.mark(path, kind="award", notes=notes, out=out) == 0

    added = dict.fromkeys(ADDED, "")
    assert json.loads(out.getvalue()) == [{**each, **added} for each in ({"id": "1"}, *records)]


def test_a_file_that_cannot_be_read_is_told_on_stderr_and_nothing_is_written(tmp_path, capsys):
    notes, out = tmp_path / "notes.json", io.BytesIO()
    notes.write_text("{}")

    assert mark_command.mark(sent(tmp_path, ""), kind="award", notes=notes, out=out) == 2
    assert ("is empty" in capsys.readouterr().err, out.getvalue()) == (True, b"")


def test_what_a_file_comes_back_as_goes_by_what_it_is_and_not_by_its_name(tmp_path):
    path = xlsx(tmp_path / "awards.csv", ("Awards", "visible", {1: HEAD}))

    assert form_of(only_table(path)) == "xlsx"
