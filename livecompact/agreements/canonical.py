"""A whole agreement as one text: canonical JSON, the same for the same agreement, and its hash.

The files are TOML for people; what is kept, compared and signed for is this: every file under its path, keys in order,
dates as ISO texts, no space. Comments and the order of keys are not part of it.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from livecompact.agreements.documents import Document

DATES = frozenset({"from", "until", "review_by", "since", "checked_on", "on"})
"""The keys of the format that may hold a date."""


def canonical(documents: Mapping[str, Document]) -> str:
    """The whole folder as one JSON text.

    >>> canonical({"a.toml": Document("a.toml", "", {"on": date(2026, 4, 1), "by": "Forum"})})
    '{"a.toml":{"by":"Forum","on":"2026-04-01"}}'
    """
    data = {path: document.data for path, document in documents.items()}
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=str)


def digest(text: str) -> str:
    """The SHA-256 of a canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def documents_of(text: str) -> dict[str, Document]:
    """The files that a canonical text holds, ready for the reader; they have no lines."""
    return {path: Document(path, "", _with_dates(data)) for path, data in json.loads(text).items()}


def _with_dates(data: Any) -> Any:
    """The data with a date for each ISO text under a key that may hold one."""
    if isinstance(data, list):
        return [_with_dates(part) for part in data]
    if isinstance(data, Mapping):
        return {key: _date(part) if key in DATES else _with_dates(part) for key, part in data.items()}
    return data


def _date(said: Any) -> Any:
    """The date of an ISO text; “not known” and a mere year stay as they are."""
    if not isinstance(said, str) or len(said) != len("2026-04-01"):
        return _with_dates(said)
    try:
        return date.fromisoformat(said)
    except ValueError:
        return said
