"""Lines of JSON, packed; what a part of an upload holds. Neither way holds all of them at once."""

import gzip
import json
from collections.abc import Iterable, Iterator
from io import BytesIO, TextIOWrapper
from typing import Any

type Line = dict[str, Any]


def packed(lines: Iterable[Line]) -> bytes:
    """Lines as one packed text."""
    data = BytesIO()
    with gzip.GzipFile(fileobj=data, mode="wb", compresslevel=3, mtime=0) as out, TextIOWrapper(out, "utf-8") as text:
        text.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return data.getvalue()


def unpacked(data: bytes | memoryview) -> Iterator[Line]:
    """The lines of a packed text.

    >>> list(unpacked(packed([{"row": 2}, {"row": 3}])))
    [{'row': 2}, {'row': 3}]
    """
    with gzip.open(BytesIO(bytes(data)), "rt", encoding="utf-8") as text:
        yield from map(json.loads, text)
