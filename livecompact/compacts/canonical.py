"""The files of an agreement as one canonical text, its hash, and back."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from livecompact.agreements.documents import Document
from livecompact.agreements.shape import plain_data

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def canonical(documents: Mapping[str, Document]) -> str:
    """One JSON text of every file, its keys in order and its dates as ISO texts."""
    data = {path: plain_data(document.data) for path, document in documents.items()}
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sha256_of(text: str) -> str:
    """The hash by which a canonical text is known."""
    return hashlib.sha256(text.encode()).hexdigest()


def documents_of(text: str) -> dict[str, Document]:
    """The files that a canonical text holds."""
    return {path: Document(path, "", _with_days(data)) for path, data in json.loads(text).items()}


def _with_days(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _with_days(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_days(value) for value in data]
    return date.fromisoformat(data) if isinstance(data, str) and DAY.fullmatch(data) else data
