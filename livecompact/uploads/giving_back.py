"""The file as it was sent, given back as the kind that it is, with what is wrong in each row and how the row stands."""

import gzip
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from livecompact.frame.errors import Unavailable
from livecompact.kinds import kind
from livecompact.uploads import queries
from livecompact.uploads.models import Part, Upload, UploadState
from livecompact.uploads.reading import Note, Unreadable, marked

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
"""What a file may come back as: the ending of its name, and what browsers are told that it is."""
COMES_BACK_AS = {".xlsx": "xlsx", ".ods": "xlsx", ".json": "json"}
"""For what was sent before it was noted what it is; all else is CSV."""


def comes_back_as(upload: Upload) -> str:
    """The ending of the name that a file has once it is given back; an ODS comes back as XLSX."""
    return str(upload.told.get("form") or COMES_BACK_AS.get(_ending(upload), "csv"))


def given_back(upload: Upload) -> bytes:
    """The file with what is wrong in each row, the mend, and how it stands; Unavailable where that took too long."""
    with tempfile.TemporaryDirectory(prefix="livecompact-upload-") as folder:
        path = Path(folder) / f"file{_ending(upload)}"
        path.write_bytes(gzip.decompress(queries.part_of(upload, Part.FILE)))
        try:
            return marked(path, kind(upload.kind), dict(_notes(upload)))
        except Unreadable as why:  # it was read once: a machine that is busy now may do it later
            raise Unavailable from why


def _notes(upload: Upload) -> Iterator[tuple[int, Note]]:
    """What is told of each row: three texts, then the cells that are wrong."""
    ready = ("", "", _("Published") if upload.state == UploadState.SAVED else _("Ready"))
    for line in queries.lines_of(None, upload, Part.ROWS):
        yield line["row"], ready
    wrong: dict[int, tuple[str, str, tuple[str, ...]]] = {}
    for line in queries.lines_of(None, upload, Part.PROBLEMS):
        says, mend, cells = wrong.get(line["row"], ("", "", ()))
        wrong[line["row"]] = f"{says} {line['says']}".strip(), f"{mend} {line['mend']}".strip(), (*cells, line["cell"])
    for row, (says, mend, cells) in wrong.items():
        yield row, (says, mend, _("Needs a change"), *cells)


def _ending(upload: Upload) -> str:
    return Path(upload.file_name).suffix.lower()
