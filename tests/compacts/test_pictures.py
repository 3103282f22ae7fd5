"""A logo is taken apart, looked at, and put together again out of its pixels alone."""

import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.compacts.pictures import SIGNATURE, NoPicture, read_png
from tests.compacts.pictures import part, png_bytes


def test_a_picture_keeps_its_size_and_its_pixels():
    picture = read_png(png_bytes(120, 40))

    assert (picture.width, picture.height) == (120, 40)
    assert picture.data == png_bytes(120, 40)


def test_nothing_but_the_picture_is_left():
    secret = part(b"tEXt", b"Author\x00somebody") + part(b"eXIf", b"MM\x00*where it was taken")

    picture = read_png(png_bytes(more=secret) + b"PK\x03\x04 another file behind the end")

    assert picture.data == png_bytes()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "must be a PNG"),
        (b"<svg onload='alert(1)'/>", "must be a PNG"),
        (b"GIF89a" + bytes(50), "must be a PNG"),
        (SIGNATURE, "cannot be read"),
        (SIGNATURE + part(b"IEND", b""), "cannot be read"),
        (png_bytes()[:-4], "cannot be read"),
        (png_bytes()[:-1] + b"x", "cannot be read"),
        (png_bytes(pixels=b"\x00" * 10), "cannot be read"),
        (png_bytes(pixels=bytes(9_000_000)), "cannot be read"),
        (png_bytes(1201, 40), "at most 1200 by 600"),
        (png_bytes(40, 601), "at most 1200 by 600"),
        (png_bytes(15, 40), "at least 16"),
        (png_bytes(interlace=1), "not be interlaced"),
        (png_bytes() + bytes(100_000), "smaller than 100 kB"),
        (png_bytes().replace(b"IDAT", b"iDAT"), "cannot be read"),
    ],
)
def test_what_is_no_picture_for_the_head_of_a_page_is_refused_in_words(raw, says):
    with pytest.raises(NoPicture, match=says):
        read_png(raw)


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked():
    bomb = zlib.compress(bytes(90_000_000), 9)
    header = struct.pack(">IIBBBBB", 1200, 600, 8, 6, 0, 0, 0)
    raw = SIGNATURE + part(b"IHDR", header) + part(b"IDAT", bomb) + part(b"IEND", b"")

    with pytest.raises(NoPicture):
        read_png(raw)


@given(raw=st.binary(max_size=200), at=st.integers(0, 60))
def test_whatever_is_given_is_a_picture_or_refused_in_words(raw, at):
    whole = png_bytes()
    for tried in (raw, SIGNATURE + raw, whole[:at] + raw + whole[at:]):
        with suppress(NoPicture):
            picture = read_png(tried)
            assert read_png(picture.data) == picture
