"""Pictures for tests: a PNG of so many pixels, put together by hand."""

import struct
import zlib

from livecompact.compacts.pictures import SIGNATURE, Picture, read_png


def part(name: bytes, data: bytes) -> bytes:
    """One part of a PNG, with its checksum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_bytes(
    width: int = 120, height: int = 40, *, more: bytes = b"", pixels: bytes | None = None, interlace: int = 0
) -> bytes:
    """A white picture in grey tones; `more` are other parts, `pixels` what stands in the place of its own."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, interlace)
    rows = (b"\x00" + b"\xff" * width) * height if pixels is None else pixels
    return SIGNATURE + part(b"IHDR", header) + more + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


def png() -> Picture:
    """A picture that can be shown."""
    return read_png(png_bytes())
