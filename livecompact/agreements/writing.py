"""The files of an agreement as TOML that a person would write: what is edited on the site, and what is given away.

Reading these files again gives the same agreement, and the same canonical text (`canonical`).
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from livecompact.agreements.canonical import documents_of
from livecompact.agreements.dated import ISO
from livecompact.agreements.documents import Document
from livecompact.agreements.schema import Schema, schema_of

BARE = re.compile(r"[A-Za-z0-9_-]+")
WIDTH = 110  # of a list or an inline table that stands in one line
ONE_BY_ONE = frozenset({"example"})
"""Lists whose parts each have a line of their own, however short they are."""

FIRST = ("fact", "open_from", "to")
"""The keys that a test begins with."""

LAST = ("example",)

WITH_FACTS = "given"
"""The table of an example's facts: its dates are written as dates, as everywhere else."""


def written_documents(text: str) -> dict[str, Document]:
    """The files that a canonical text holds, as a person would write them, so that mistakes are told by line."""
    documents = documents_of(text)
    return {path: Document(path, written(_in_order(each.data, path)), each.data) for path, each in documents.items()}


def written(data: Mapping[str, Any]) -> str:
    r"""The data of one file as TOML.

    >>> print(written({"id": "2025", "section": [{"id": "1", "title": "A “strong” sector"}]}), end="")
    id = "2025"
    <BLANKLINE>
    [[section]]
    id = "1"
    title = "A “strong” sector"
    """
    return "\n".join(_lines(data)).strip("\n") + "\n"


def written_standard(table: Mapping[str, Any]) -> str:
    """One standard under its heading, with its keys in the order of the format."""
    return written(_in_order({"standard": [table]}, "edition/standards.toml"))


def written_value(value: Any) -> str:
    """One value as TOML has it in one line; a text as it is.

    >>> written_value({"stated": "rationale"}), written_value("Truly")
    ('{ stated = "rationale" }', 'Truly')
    """
    return value if isinstance(value, str) else _value(value)


def _in_order(data: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    """The data of a file with the keys of each table in the order in which its schema has them."""
    ordered: Mapping[str, Any] = _ordered(data, schema_of(path) or {})
    return ordered


def _ordered(data: Any, schema: Schema) -> Any:
    if isinstance(data, list):
        return [_ordered(part, schema.get("items", {})) for part in data]
    if not isinstance(data, Mapping):
        return data
    known = list(schema.get("properties", FIRST))
    keys = sorted(data, key=lambda key: (key in LAST, known.index(key) if key in known else len(known)))
    return {key: _ordered(data[key], schema.get("properties", {}).get(key, {})) for key in keys}


def _lines(data: Mapping[str, Any]) -> Iterator[str]:
    yield from _pairs({key: value for key, value in data.items() if not (_is_table(value) or _are_tables(value))})
    for key, value in data.items():
        if _is_table(value):
            yield from ["", f"[{_key(key)}]", *_pairs(value)]
        elif _are_tables(value):
            yield from (line for table in value for line in ["", f"[[{_key(key)}]]", *_pairs(table)])


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    return (f"{_key(key)} = {_value(value, key, wide=True)}" for key, value in table.items())


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping)


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(part, Mapping) for part in value)


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else quoted(key)


def _value(value: Any, key: str = "", *, wide: bool = False) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str():
            return _lines_of_text(value) if wide and "\n" in value else quoted(value)
        case Mapping():
            return _inline(value, dates=key == WITH_FACTS)
        case list():
            return _list(value, key, wide=wide)
    return json.dumps(value)


def _inline(table: Mapping[str, Any], *, dates: bool = False) -> str:
    parts = (f"{_key(key)} = {_dated(value) if dates else _value(value, key)}" for key, value in table.items())
    return f"{{ {', '.join(parts)} }}" if table else "{}"


def _dated(value: Any) -> str:
    """A fact; one that is a date of the calendar is written as such, whatever it was kept as."""
    if isinstance(value, str) and ISO.fullmatch(value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            return quoted(value)
    return _value(value)


def _list(value: list[Any], key: str, *, wide: bool) -> str:
    parts = [_value(part) for part in value]
    line = f"[{', '.join(parts)}]"
    if not wide or not value or (len(line) <= WIDTH and key not in ONE_BY_ONE):
        return line
    return "\n".join(["[", *(f"  {part}," for part in parts), "]"])


def quoted(text: str) -> str:
    """A text as TOML writes it: as JSON does, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _lines_of_text(text: str) -> str:
    """A text of several lines, each on its own."""
    return '"""\n' + "\n".join(quoted(line)[1:-1] for line in text.split("\n")) + '"""'
