"""What a PDF says of itself: whether it holds to PDF/UA-1, its language, its title, its bookmarks and its words."""

import os
import re
from ctypes.util import find_library
from io import BytesIO
from typing import Any

import page
import pikepdf
import pytest

needs_pango = pytest.mark.skipif(
    find_library("pango-1.0") is None and not os.environ.get("CI"), reason="Pango is not on this machine"
)


def wrong_with(made: bytes) -> list[str]:
    """The rules of PDF/UA-1 that it breaks."""
    return [f"{each.rule_id}: {each.message}" for each in page.validate_pdf_bytes(made, profile="ua1").failures]


def opened(made: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(made))


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    """The titles of its outline, down to the last."""

    def titles(items: Any) -> list[str]:
        return [title for item in items for title in [item.title, *titles(item.children)]]

    with pdf.open_outline() as outline:
        return titles(outline.root)


def words_of(pdf: pikepdf.Pdf) -> list[str]:
    """The text of each page, read through its fonts' own maps to letters, without spaces that only the layout makes."""
    return ["".join(_letters(each)) for each in pdf.pages]


def sizes_of(pdf: pikepdf.Pdf) -> list[float]:
    """The sizes in which it sets its letters, in points; WeasyPrint writes them in pixels of 1/96 inch."""
    orders = [order for sheet in pdf.pages for order in _orders(sheet)]
    return [round(float(operands[1]) * 72 / 96, 1) for operands, operator in orders if str(operator) == "Tf"]


def _orders(sheet: pikepdf.Page) -> list[tuple[Any, Any]]:
    """What a page tells a printer to do, as (with what, what)."""
    return [(order.operands, order.operator) for order in pikepdf.parse_content_stream(sheet)]


def _letters(sheet: pikepdf.Page) -> Any:
    maps = {name: _map(font) for name, font in sheet.resources.Font.items()}
    font = ""
    for operands, operator in _orders(sheet):
        match str(operator):
            case "Tf":
                font = str(operands[0])
            case "Tj" | "TJ":
                pieces = operands[0] if str(operator) == "TJ" else operands
                for piece in pieces:
                    if isinstance(piece, pikepdf.String):
                        yield "".join(maps[font].get(code, "?") for code in _codes(bytes(piece)))


def _codes(text: bytes) -> list[int]:
    return [int.from_bytes(text[at : at + 2]) for at in range(0, len(text), 2)]


def _map(font: Any) -> dict[int, str]:
    """Which letters a font's codes stand for (ISO 32000-1, 9.10.3)."""
    lines = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", lines)
    return {int(code, 16): bytes.fromhex(letters).decode("utf-16-be") for code, letters in pairs}
