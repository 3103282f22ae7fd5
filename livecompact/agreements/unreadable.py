"""Where inside a standard the part stands that cannot be read, so that a mistake is told on its own line."""

import json
from collections.abc import Mapping
from typing import Any

from livecompact.agreements.lines import Place
from livecompact.standards.language import Misspelt, read_test
from livecompact.standards.reading import ReadFacts


def place_within(table: Mapping[str, Any], key: str, read_facts: ReadFacts) -> Place:
    """The place, inside the table of a standard, of what `key` could not be read for."""
    if key == "example":
        return ("example", *_misstated(table[key], read_facts))
    number = str(table.get("number") or table.get("suggested") or "1 day")
    return (key, *_misspelt(_with(number, table.get(key))))


def _misstated(examples: list[Mapping[str, Any]], read_facts: ReadFacts) -> Place:
    for at, example in enumerate(examples):
        try:
            read_facts(example["given"])
        except ValueError:
            return (at, "given")
    return ()


def _misspelt(test: object) -> Place:
    """The way down to the innermost test that is not in the language."""
    joined = test.items() if isinstance(test, Mapping) else []
    for word, parts in joined:
        for at, part in enumerate(parts if isinstance(parts, list) else []):
            try:
                read_test(part)
            except Misspelt:
                return (word, at, *_misspelt(part))
    return ()


def _with(number: str, test: Any) -> Any:
    """The test with the number filled in, as it was when it could not be read."""
    return json.loads(json.dumps(test, default=str).replace("{suggested}", json.dumps(number)[1:-1]))
