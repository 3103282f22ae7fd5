"""The folder of an agreement written out again, for a command that reads folders."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from livecompact.agreements.canonical import documents_of


def write_folder(canonical: str, folder: Path) -> None:
    """Every file of an agreement's canonical text, under a folder that is made."""
    for path, document in documents_of(canonical).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"{json.dumps(key)} = {as_toml(value)}\n" for key, value in document.data.items()]
        file.write_text("".join(lines), encoding="utf-8")


def as_toml(value: Any) -> str:
    """A value as TOML writes it, on one line.

    >>> as_toml({"from": date(2025, 3, 3), "ids": ["a"], "own": True})
    '{"from" = 2025-03-03, "ids" = ["a"], "own" = true}'
    """
    match value:
        case Mapping():
            return "{" + ", ".join(f"{json.dumps(key)} = {as_toml(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(as_toml, value)) + "]"
        case date():
            return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
