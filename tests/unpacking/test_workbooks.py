"""A packed file is refused by what its list of parts says, in little memory and without unpacking anything."""

import dataclasses
import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.unpacking.workbooks import LIMITS, too_much

SMALL = dataclasses.replace(LIMITS, unpacked=1_000, ratio_counts_from=10, ratio=5, parts=3)


@pytest.fixture
def packed(tmp_path):
    """A file with some parts."""

    def pack(*parts, how=zipfile.ZIP_DEFLATED, comment=b""):
        path = tmp_path / "a.xlsx"
        with zipfile.ZipFile(path, "w", how) as file:
            for number, part in enumerate(parts):
                file.writestr(f"part{number}.xml", part)
            file.comment = comment
        return path

    return pack


@pytest.mark.parametrize("comment", [b"", b"a comment" * 1_000])
def test_an_ordinary_workbook_is_not_too_much(packed, comment):
    assert too_much(packed(b"x" * 400, b"y" * 600, how=zipfile.ZIP_STORED, comment=comment), SMALL) == ""


def test_a_workbook_is_refused_that_unpacks_to_too_much(packed):
    stored = packed(b"x" * 401, b"y" * 600, how=zipfile.ZIP_STORED)

    assert too_much(stored, SMALL) == "is larger than 0 MB once unpacked"


def test_a_workbook_is_refused_that_swells(packed):
    assert too_much(packed(b" " * 900), dataclasses.replace(SMALL, ratio=1)) == (
        "is more than 1 times as large once unpacked"
    )
    assert too_much(packed(b" " * 50_000_000)) == "is more than 100 times as large once unpacked"


def test_a_workbook_is_refused_that_has_too_many_parts(packed):
    assert too_much(packed(*[b"x"] * 4, how=zipfile.ZIP_STORED), SMALL) == "holds more than 3 parts"


def test_a_list_of_parts_that_says_it_is_long_is_not_read(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04" + struct.pack("<4s4xHHIIH", b"PK\x05\x06", 1, 1, 4_000_000_000, 0, 0))

    assert too_much(path) == "holds more than 2,000 parts"


def test_what_is_not_packed_is_not_too_much(tmp_path):
    path = tmp_path / "a.csv"
    for text in (b"", b"PK", b"Award Date\n", b"PK\x05\x06"):
        path.write_bytes(text)
        assert too_much(path) == ""


@given(data=st.binary(max_size=300), parts=st.integers(0, 65_535), length=st.integers(0, 400))
def test_no_list_of_parts_stops_it(tmp_path_factory, data, parts, length):
    path = tmp_path_factory.getbasetemp() / "any.xlsx"
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as file:
        file.writestr("a", b"b")
    path.write_bytes(whole.getvalue()[:-22] + data + struct.pack("<4s4xHHIIH", b"PK\x05\x06", 1, parts, length, 0, 0))

    assert isinstance(too_much(path), str)
