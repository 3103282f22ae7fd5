"""What a workbook holds beside what it shows: hidden sheets and rows, comments, links, copies of other data.

None of it is ever published. A hidden row or column of a sheet that is read would be, so such a workbook is refused.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from livecompact.files.unreadable import CannotRead

AT_ONCE = 1 << 20
OVERLAP = 4_000
"""So many bytes are looked at again, so that no tag falls between two looks."""
MOST = 200_000_000
PARTS = {
    "comments": re.compile(r"xl/(threaded)?comments?|xl/persons/|(^|/)comments\d*\.xml", re.IGNORECASE),
    "links to other files": re.compile(r"xl/externalLinks/", re.IGNORECASE),
    "the copy of its data that a pivot table keeps": re.compile(r"xl/pivotCache/", re.IGNORECASE),
    "a data model": re.compile(r"xl/model/|xl/connections\.xml|xl/queryTables/", re.IGNORECASE),
    "other files": re.compile(r"xl/embeddings/|^Object |xl/activeX/", re.IGNORECASE),
    "macros": re.compile(r"vbaProject\.bin|^Basic/|^Scripts/", re.IGNORECASE),
    "earlier changes": re.compile(r"xl/revisions/", re.IGNORECASE),
    "data of another program": re.compile(r"^customXml/item", re.IGNORECASE),
}
"""What the list of a workbook's parts tells."""
ROWS = re.compile(rb"<(?:\w+:)?(?:row|col)\b[^>]{0,2000}\bhidden=[\"'](?:1|true)|\bzeroHeight=[\"'](?:1|true)")
ROWS_OF_ODS = re.compile(rb"table:visibility=[\"'](?:collapse|filter)")
NAMES = re.compile(rb"<(?:\w+:)?definedName\b(?![^>]{0,2000}\bname=[\"']_xlnm\.)[^>]{0,2000}\bhidden=[\"'](?:1|true)")
"""A hidden name; those that begin with _xlnm are the program's own, such as the range of a filter."""
IN_ODS = {
    "comments": re.compile(rb"<office:annotation\b"),
    "links to other files": re.compile(rb"<table:(?:cell-range-source|dde-link)\b|xlink:href=[\"'](?:file:|\.\./)"),
    "the copy of its data that a pivot table keeps": re.compile(rb"<table:data-pilot-table\b"),
    "earlier changes": re.compile(rb"<table:tracked-changes\b"),
}


def hidden_in(name: str, path: Path) -> tuple[str, ...]:
    """What a workbook holds that it does not show, beside hidden sheets; CannotRead where rows or columns are hidden.

    `name` is what people call it.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if any(_holds(archive, each, _rows(each)) for each in names if _rows(each)):
                mend = "Show them or delete them, in every sheet, and save it again."
                raise CannotRead(name, "has hidden rows or columns", mend)
            return tuple(dict.fromkeys([*_by_part(names), *_by_text(archive, names)]))
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise CannotRead(name, "is a damaged workbook", "Open it and save it as CSV (UTF-8).") from error


def _by_part(names: list[str]) -> Iterator[str]:
    for says, pattern in PARTS.items():
        if any(pattern.search(each) for each in names):
            yield says


def _by_text(archive: zipfile.ZipFile, names: list[str]) -> Iterator[str]:
    if "xl/workbook.xml" in names and _holds(archive, "xl/workbook.xml", NAMES):
        yield "hidden names"
    if "content.xml" in names:
        yield from (says for says, pattern in IN_ODS.items() if _holds(archive, "content.xml", pattern))


def _rows(part: str) -> re.Pattern[bytes] | None:
    """How hidden rows and columns are written in a part; None where it holds no sheet."""
    if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part, re.IGNORECASE):
        return ROWS
    return ROWS_OF_ODS if part == "content.xml" else None


def _holds(archive: zipfile.ZipFile, part: str, pattern: re.Pattern[bytes] | None) -> bool:
    """Whether a part holds a pattern, looked through piece by piece."""
    if pattern is None:
        return False
    before, seen = b"", 0
    with archive.open(part) as stream:
        while (piece := stream.read(AT_ONCE)) and seen < MOST:
            if pattern.search(before + piece):
                return True
            before, seen = piece[-OVERLAP:], seen + len(piece)
    return False
