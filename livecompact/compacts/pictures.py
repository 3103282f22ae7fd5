"""A logo: a PNG is taken apart, looked at, and put together again out of the parts that make up its picture alone."""

import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 100_000
WIDEST, HIGHEST = 1200, 600
SMALLEST = 16  # pixels, each way

PARTS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""The parts that are kept. Others hold dates, places, names of programs, profiles, and whatever else was put there."""

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""How many numbers a pixel has, by the type of colour (PNG, third edition, 11.2.1)."""


BROKEN = gettext_lazy("The logo cannot be read. Save it as PNG again and choose that")


class NoPicture(ValueError):
    """What was given is no picture that can be shown, and why: a sentence for a form."""


@dataclass(frozen=True)
class Picture:
    """A picture that can be shown."""

    data: bytes
    width: int
    height: int

    @property
    def sha256(self) -> str:
        """What it is known by, so that browsers may keep it."""
        return hashlib.sha256(self.data).hexdigest()


def read_png(raw: bytes) -> Picture:
    """The picture in a PNG file, put together anew; NoPicture says what to do where there is none.

    Nothing but its pixels is left: no text, no place, no date, no second file behind the end.
    """
    if len(raw) > MOST_BYTES:
        raise NoPicture(_("The logo must be smaller than %(kb)s kB. Make it smaller") % {"kb": MOST_BYTES // 1000})
    if not raw.startswith(SIGNATURE):
        raise NoPicture(_("The logo must be a PNG picture. Save it as PNG and choose it again"))
    parts = list(_parts(raw))
    if not parts or parts[0][0] != b"IHDR" or parts[-1][0] != b"IEND":
        raise NoPicture(BROKEN)
    width, height, expected = _header(parts[0][1])
    _look_at_pixels(b"".join(data for name, data in parts if name == b"IDAT"), expected)
    return Picture(SIGNATURE + b"".join(_part(name, data) for name, data in parts), width, height)


def _parts(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts that make up the picture, each with its checksum looked at."""
    at = len(SIGNATURE)
    while at + 12 <= len(raw):
        (length,) = struct.unpack_from(">I", raw, at)
        name, data = raw[at + 4 : at + 8], raw[at + 8 : at + 8 + length]
        if raw[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(name + data)):
            raise NoPicture(BROKEN)
        if name in PARTS:
            yield name, data
        if name == b"IEND":
            return
        at += 12 + length
    raise NoPicture(BROKEN)


def _header(data: bytes) -> tuple[int, int, int]:
    """Width, height, and how many bytes the pixels must come to."""
    if len(data) != struct.calcsize(">IIBBBBB"):
        raise NoPicture(BROKEN)
    width, height, depth, colour, compression, filtering, interlace = struct.unpack(">IIBBBBB", data)
    if width < SMALLEST or height < SMALLEST:
        raise NoPicture(_("The logo must be at least %(px)s pixels wide and high") % {"px": SMALLEST})
    if width > WIDEST or height > HIGHEST:
        size = {"wide": WIDEST, "high": HIGHEST}
        raise NoPicture(_("The logo must be at most %(wide)s by %(high)s pixels. Make it smaller") % size)
    if colour not in CHANNELS or depth not in (1, 2, 4, 8, 16) or compression or filtering:
        raise NoPicture(BROKEN)
    if interlace:
        raise NoPicture(_("The logo must not be interlaced. Save it as a plain PNG and choose it again"))
    return width, height, height * (1 + (width * depth * CHANNELS[colour] + 7) // 8)


def _look_at_pixels(packed: bytes, expected: int) -> None:
    """That the pixels are there, and no more of them than the header says: a small file may unpack to a huge one."""
    unpacking = zlib.decompressobj()
    try:
        pixels = unpacking.decompress(packed, expected + 1)
    except zlib.error as error:
        raise NoPicture(BROKEN) from error
    if len(pixels) != expected:
        raise NoPicture(BROKEN)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
