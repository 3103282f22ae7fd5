import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livecompact.files.unreadable import CannotRead
from tests.files import published
from tests.files.published import GOVUK, LINE, Read, consultations, write


def read_text(folder: Path, text: str | bytes, name: str = "list.csv") -> Read:
    return published.read_text(folder, text, name, kind="consultation")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_delimiter_is_recognised_by_the_headings_that_it_gives(tmp_path, delimiter):
    out = io.StringIO()
    rows = [["title", "opens", "closes"], ["Parks; paths, and | play", "2025-03-03", "2025-05-25"]]
    csv.writer(out, delimiter=delimiter).writerows(rows)

    assert read_text(tmp_path, out.getvalue()).column("title") == ["Parks; paths, and | play"]


def test_a_delimiter_that_the_file_tells_is_taken_and_its_line_is_no_row(tmp_path):
    found = read_text(tmp_path, "sep=;\r\ntitle;opens\r\nParks;3/3/25\r\nPaths;nonsense\r\n")

    assert found.column("file_row") == [2]
    assert [problem["cell"] for problem in found.problems()] == ["B3"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_machine_are_read(tmp_path, end):
    assert read_text(tmp_path, (GOVUK + LINE * 3).replace("\n", end)).source.rows == 3


def test_a_last_row_without_a_line_end_is_read(tmp_path):
    assert read_text(tmp_path, (GOVUK + LINE * 2).rstrip("\n")).source.rows == 2


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path):
    text = 'title,opens\n"Parks\nand paths",2025-03-03\n\nPlay,soon\n , \n"a\r\n\r\nb",2025-03-04\n'

    found = read_text(tmp_path, text)

    assert found.column("file_row") == [2, 6]
    assert [(problem["file_row"], problem["cell"]) for problem in found.problems()] == [(4, "B4")]
    assert (found.source.rows, found.source.judged, found.source.reported, found.source.blank) == (3, 2, 1, 2)


def test_a_row_of_one_file_has_its_number_as_its_key(tmp_path):
    found = read_text(tmp_path, GOVUK + LINE * 3)

    assert found.column("row") == found.column("file_row") == [2, 3, 4]


def test_a_row_with_fewer_cells_is_read_as_far_as_it_goes(tmp_path):
    found = read_text(tmp_path, "title,opens,closes\nParks,2025-03-03\n")

    assert (found.column("opens")[0].isoformat(), found.column("closes")) == ("2025-03-03", [None])


def test_a_row_with_more_cells_than_headings_is_reported_and_not_guessed_at(tmp_path):
    found = read_text(tmp_path, "title,opens,closes\nParks, and paths,2025-03-03,2025-05-25\nPlay,2025-03-03,\n")

    assert found.column("title") == ["Play"]
    (beyond,) = found.problems()
    assert beyond == {
        "source": "list.csv",
        "file_row": 2,
        "cell": "D2",
        "column_name": "",
        "value": "2025-05-25",
        "says": "This row has more cells than there are headings.",
        "mend": "Put quotation marks round a cell that has the delimiter in it, or give this column a heading.",
    }
    assert (found.source.rows, found.source.reported) == (2, 1)


def test_blank_cells_at_the_end_of_every_row_are_no_matter(tmp_path):
    found = read_text(tmp_path, "title,opens,closes\n" + "Parks,2025-03-03,2025-05-25,,\n" * 3)

    assert (found.source.judged, found.problems()) == (3, [])


def test_a_row_pushed_along_into_blank_cells_is_reported_where_most_rows_have_fewer(tmp_path):
    text = "closes,opens,title,reason_for_shorter_time,response_date\n"
    text += "2025-05-01,2025-03-03,Parks,,\n" * 2 + "2025-05-01,2025-03-03,Parks, and paths,,\n"

    found = read_text(tmp_path, text)

    assert found.column("reason_for_shorter_time") == [None, None]
    (problem,) = found.problems()
    assert (problem["cell"], problem["value"], problem["file_row"]) == ("F4", "", 4)


def test_a_row_pushed_along_is_reported_where_every_row_ends_in_a_delimiter(tmp_path):
    text = "title,opens,closes\n" + "Parks,2025-03-03,2025-05-25,\n" * 3 + "Parks, 2025-03-03,,,\n"

    assert [problem["cell"] for problem in read_text(tmp_path, text).problems()] == ["D5"]


def test_headings_below_a_title_are_found_and_that_is_said(tmp_path):
    text = "Oakley Council,,\nConsultations of 2025,,\n,,\ntitle,opens,closes\nParks,2025-03-03,2025-05-25\n"

    found = read_text(tmp_path, text)

    assert found.column("file_row") == [5]
    assert found.source.notes == ("Its headings are in row 4; what is above them was left aside.",)
    assert found.source.rows == 1


def test_a_quotation_mark_left_open_is_told_with_its_row(tmp_path):
    text = 'title,opens\nPlay,2025-03-03\n"Parks,2025-03-03\nPaths,2025-03-04\n'

    with pytest.raises(CannotRead) as told:
        read_text(tmp_path, text)

    assert str(told.value) == (
        "list.csv has a quotation mark in row 3 that is not closed, so we cannot tell where its rows end."
        " Close it or take it out, and save it again."
    )


def test_a_quotation_mark_left_open_in_a_long_file_is_told(tmp_path):
    text = 'title,opens\nPlay,2025-03-03\n"Parks,2025-03-03\n' + "Paths,2025-03-04\n" * 20_000

    with pytest.raises(CannotRead) as told:
        read_text(tmp_path, text)

    assert str(told.value) == (
        "list.csv has an open quotation mark below row 2, or a cell of more than 131,072 letters."
        " Look for a quotation mark too many, and save it again."
    )


def test_more_columns_than_anyone_means_are_told(tmp_path):
    with pytest.raises(CannotRead, match=r"list.csv has 2,001 columns, more than 2,000. Check its delimiter."):
        read_text(tmp_path, "title,opens" + "," * 1999 + "\nParks,2025-03-03\n")


CONTROLS = "".join(map(chr, range(32)))
CELL = st.text(st.characters(codec="utf-8", exclude_characters=CONTROLS) | st.sampled_from("\t\n\r\x1f"), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(titles=st.lists(CELL, min_size=1, max_size=6))
def test_no_cell_that_can_be_written_loses_a_row_or_moves_another(tmp_path, titles):
    out = io.StringIO(newline="")
    csv.writer(out).writerows([["title", "opens", "closes"], *([title, "2025-03-03", "x"] for title in titles)])

    found = read_text(tmp_path, out.getvalue())

    assert (found.source.rows, found.source.judged, found.source.reported) == (len(titles), 0, len(titles))
    assert [problem["cell"] for problem in found.problems()] == [f"C{n}" for n in range(2, len(titles) + 2)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(title=CELL.filter(str.strip))
def test_what_stands_in_a_cell_comes_through_but_for_its_white_space(tmp_path, title):
    found = read_text(tmp_path, consultations({"title": title.replace('"', '""'), "opens": "2025-03-03"}))

    (read,) = found.column("title")
    kept = "".join(" " if sign in "\r\n\x1f" else sign for sign in title).strip(" ")
    assert (read or "").strip() == kept.strip()


def test_a_name_of_a_file_is_no_query(tmp_path):
    path = write(tmp_path, GOVUK + LINE, "o'clock; drop table problems; --.csv")

    assert read_text(tmp_path, path.read_bytes(), path.name).column("source") == [path.name]
