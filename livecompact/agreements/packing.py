"""An agreement as one file to take away: its folder, zipped, as a person would edit it."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from livecompact.agreements.writing import written_documents

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The oldest day that the format knows: the same text always gives the same file."""


def packed(text: str, name: str) -> bytes:
    """The files of a canonical text inside a folder of that name, each as TOML."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as into:
        for path, document in sorted(written_documents(text).items()):
            entry = ZipInfo(f"{name}/{path}", LONG_AGO)
            entry.external_attr = 0o644 << 16  # readable once it is unpacked
            entry.compress_type = ZIP_DEFLATED
            into.writestr(entry, document.text)
    return held.getvalue()
