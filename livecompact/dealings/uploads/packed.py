"""Lines of JSON, packed; what a part of an upload holds."""

import gzip
import json
from collections.abc import Iterable, Iterator
from typing import Any

type Line = dict[str, Any]


def packed(lines: Iterable[Line]) -> bytes:
    """Lines as one packed text."""
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return gzip.compress(text.encode(), compresslevel=3, mtime=0)


def unpacked(data: bytes | memoryview) -> Iterator[Line]:
    """The lines of a packed text.

    >>> list(unpacked(packed([{"row": 2}, {"row": 3}])))
    [{'row': 2}, {'row': 3}]
    """
    return map(json.loads, gzip.decompress(bytes(data)).decode().splitlines())
