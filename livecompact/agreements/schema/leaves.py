"""The small parts that schemas are made of: texts, dates, lists and tables.

Each part's `description` is how to write it. It completes "Write …" in a mistake, and editors show it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from livecompact.standards.periods import WRITTEN

type Schema = dict[str, Any]

DATE = r"\d{4}-\d\d-\d\d"
LENGTH_OF_TIME = WRITTEN.pattern.replace("?P<count>", "").replace("?P<unit>", "")

TEXT: Schema = {"type": "string", "pattern": r"\S", "description": "some words in quotation marks"}
MAYBE_TEXT: Schema = {"type": "string", "description": "words in quotation marks, or nothing between the marks"}
TEXTS: Schema = {"type": "array", "items": TEXT, "minItems": 1, "description": 'a list of texts: ["…", "…"]'}
MAYBE_TEXTS: Schema = {
    "type": "array",
    "items": TEXT,
    "description": 'a list of texts, ["…", "…"], or an empty one, []',
}
SLUG: Schema = {
    "type": "string",
    "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
    "description": "lower-case words joined by hyphens, such as time-to-answer",
}
DAY: Schema = {
    "type": "string",
    "format": "date",
    "pattern": f"^{DATE}$",
    "description": "a date of the calendar, such as 2026-04-01",
}
MAYBE_DAY: Schema = {
    "anyOf": [DAY, {"const": "not known"}],
    "description": 'a date of the calendar, such as 2026-04-01, or "not known"',
}
MAYBE_YEAR: Schema = {
    "anyOf": [DAY, {"type": "string", "pattern": r"^\d{4}$"}, {"const": "not known"}],
    "description": 'a date such as 2026-04-01, a year such as "2026", or "not known"',
}
PERIOD: Schema = {
    "type": "string",
    "pattern": f"^{LENGTH_OF_TIME}$",
    "description": "a whole number and a unit, such as 10 working days",
}
ORG_ID: Schema = {
    "type": "string",
    "pattern": r"^[A-Z]{2}-[A-Z0-9_]+-\S+$",
    "description": "an identifier of the org-id list, such as GB-CHC-1234567 for a charity or GB-LAE-DAC for a council",
}
BOOLEAN: Schema = {"type": "boolean", "description": "true or false, without quotation marks"}


def one_of(choices: Iterable[str]) -> Schema:
    """A text that is one of those listed."""
    listed = [str(choice) for choice in choices]
    return {"type": "string", "enum": listed, "description": f"one of {', '.join(listed)}"}


def some(part: Schema, description: str) -> Schema:
    """A list of at least one such part."""
    return {"type": "array", "items": part, "minItems": 1, "description": description}


def table(needed: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """A table that has every needed key, may have the optional ones, and has no other."""
    return {
        "type": "object",
        "properties": {**needed, **(optional or {})},
        "required": list(needed),
        "additionalProperties": False,
        "description": f"a table with {', '.join(needed)}" if needed else "a table",
    }


def tables(needed: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None, *, at_least: int = 0) -> Schema:
    """A list of such tables."""
    inside = table(needed, optional)
    return {
        "type": "array",
        "items": inside,
        "minItems": at_least,
        "description": "tables under a heading in double brackets, [[…]]",
    }
