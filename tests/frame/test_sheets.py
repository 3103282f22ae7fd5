"""No cell of a list that a spreadsheet opens can run as a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.frame.sheets import BOM, csv_text, inert


@pytest.mark.parametrize("start", [*"=+-@\t\r\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "\0="])
def test_a_cell_that_begins_like_a_formula_is_text(start):
    assert inert(f"{start}HYPERLINK(1)").startswith("'")


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=2, max_size=2)))
def test_what_is_written_is_read_again_but_for_the_mark(rows):
    text = csv_text(("one", "two"), rows)

    read = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))
    assert read == [["one", "two"], *([inert(cell) for cell in row] for row in rows)]
    assert all(not cell.lstrip(" \0").startswith(("=", "+", "-", "@")) for row in read for cell in row)
