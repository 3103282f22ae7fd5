"""A whole agreement as one text: canonical JSON, the same for the same agreement, and its hash.

The files are TOML for people; what is kept, compared and signed for is this: every file under its path, keys in order,
dates as ISO texts, no space. Comments and the order of keys are not part of it.
"""

import hashlib
import json
from collections.abc import Mapping

from livecompact.agreements.dated import with_dates
from livecompact.agreements.documents import Document


def canonical(documents: Mapping[str, Document]) -> str:
    """The whole folder as one JSON text.

    >>> canonical(documents_of('{"a.toml": {"on": "2026-04-01", "by": "Forum"}}'))
    '{"a.toml":{"by":"Forum","on":"2026-04-01"}}'
    """
    data = {path: document.data for path, document in documents.items()}
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=str)


def digest(text: str) -> str:
    """The SHA-256 of a canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def documents_of(text: str) -> dict[str, Document]:
    """The files that a canonical text holds, ready for the reader; they have no lines."""
    return {path: Document(path, "", with_dates(data)) for path, data in json.loads(text).items()}
