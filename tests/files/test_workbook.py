"""Workbooks are read as their publishers mean them: one sheet, its days as days, its rows by their numbers."""

import zipfile
from datetime import date
from decimal import Decimal

import pytest

from livecompact.files.unreadable import CannotRead
from tests.files.published import read
from tests.files.workbooks import ods, xlsx

HEAD = {"A": "opening_date", "B": "closing_date", "C": "title"}
WEEKS_12 = {"A": ("day", 45719), "B": ("day", 45802), "C": "Library hours"}  # 3 March to 25 May 2025


def refusal(path):
    with pytest.raises(CannotRead) as told:
        read(path)
    return str(told.value)


def test_days_of_a_workbook_are_read_as_days(tmp_path):
    found = read(xlsx(tmp_path / "consultations.xlsx", ("Sheet1", "visible", {1: HEAD, 2: WEEKS_12})))

    assert (found.column("opens"), found.column("closes")) == ([date(2025, 3, 3)], [date(2025, 5, 25)])


def test_a_day_written_as_text_and_one_as_a_bare_number_are_read_too(tmp_path):
    rows = {1: HEAD, 2: {"A": "3 March 2025", "B": 45802}}

    found = read(xlsx(tmp_path / "consultations.xlsx", ("Sheet1", "visible", rows)))

    assert (found.column("opens"), found.column("closes")) == ([date(2025, 3, 3)], [date(2025, 5, 25)])


def test_a_cell_that_cannot_be_read_is_named_as_the_spreadsheet_names_it(tmp_path):
    rows = {4: {"C": "opening_date", "D": "closing_date"}, 7: {"C": "31/02/2025", "D": "25/05/2025"}}

    found = read(xlsx(tmp_path / "consultations.xlsx", ("Sheet1", "visible", rows)))

    [problem] = found.problems()
    assert (problem["file_row"], problem["cell"]) == (7, "C7")
    assert "Its headings are in row 4; what is above them was left aside." in found.source.notes


def test_the_sheet_with_the_headings_that_we_know_is_read_and_the_others_are_told(tmp_path):
    cover = ("About", "visible", {1: {"A": "Consultations of 2025"}, 2: {"A": "Contact the policy team"}})
    data = ("Data", "visible", {1: HEAD, 2: WEEKS_12})

    found = read(xlsx(tmp_path / "consultations.xlsx", cover, data))

    assert found.column("title") == ["Library hours"]
    assert found.source.notes == ("Its sheet “Data” was read; left aside: “About”.",)


def test_a_hidden_sheet_is_never_read_and_is_told(tmp_path):
    shown = ("Data", "visible", {1: HEAD, 2: WEEKS_12})
    hidden = ("Names", "hidden", {1: HEAD, 2: WEEKS_12, 3: WEEKS_12})
    deeper = ("Deeper", "veryHidden", {1: HEAD, 2: WEEKS_12, 3: WEEKS_12})

    found = read(xlsx(tmp_path / "consultations.xlsx", shown, hidden, deeper))

    assert found.loaded.rows == 1
    assert found.source.notes == ("It hides something that was not read: “Names”, “Deeper”.",)


def test_an_opendocument_spreadsheet_is_read(tmp_path):
    found = read(ods(tmp_path / "consultations.ods", ["opening_date", "closing_date"], ["3 March 2025", "25 May 2025"]))

    assert (found.column("opens"), found.column("closes")) == ([date(2025, 3, 3)], [date(2025, 5, 25)])


def test_an_amount_keeps_its_pence(tmp_path):
    rows = {1: {"A": "Award Date", "B": "Amount Awarded"}, 2: {"A": ("day", 45719), "B": 1250.5}}

    found = read(xlsx(tmp_path / "consultations.xlsx", ("Sheet1", "visible", rows)))

    assert found.column("amount") == [Decimal("1250.50")]


def test_an_empty_workbook_is_told(tmp_path):
    says = "consultations.xlsx has no sheet with anything in it. Save it again with its rows."

    assert refusal(xlsx(tmp_path / "consultations.xlsx", ("Sheet1", "visible", {}))) == says


def test_a_damaged_workbook_is_told(tmp_path):
    path = tmp_path / "consultations.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook")

    assert refusal(path).startswith("consultations.xlsx is a damaged workbook. Open it in your spreadsheet program")


def test_a_workbook_that_swells_a_hundredfold_is_refused_before_it_is_opened(tmp_path, monkeypatch):
    monkeypatch.setattr("livecompact.files.tables.workbook.CalamineWorkbook", None)
    path = tmp_path / "swells.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b" " * 11_000_000)

    assert refusal(path).startswith("swells.xlsx is more than 100 times as large once unpacked. Split it")
