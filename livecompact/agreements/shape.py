"""Whether each file of an agreement has the shape of the format: known keys, right types, nothing missing."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, cast

from jsonschema import Draft202012Validator

from livecompact.agreements.documents import Document, Place
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.schema import BY_NAME, Schema, complete

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

NEEDED_FILES = ("agreement.toml",)
NEEDED_IN_EDITION = ("edition.toml", "standards.toml")


def shape_mistakes(documents: Mapping[str, Document]) -> Iterator[Mistake]:
    """Every mistake in the shape of the files."""
    for name in NEEDED_FILES:
        if name not in documents:
            yield Mistake(name, 1, "This file is missing.", "`livecompact new NAME` writes one to start from.")
    if not any(path.endswith("/edition.toml") for path in documents):
        yield Mistake("edition.toml", 1, "There is no edition.", "Make a folder such as 2026 with an edition.toml.")
    for folder in sorted({document.folder for document in documents.values()} - {"", "codes"}):
        for name in NEEDED_IN_EDITION:
            if f"{folder}/{name}" not in documents:
                yield Mistake(f"{folder}/{name}", 1, "This file is missing.", "An edition's folder needs it.")
    for document in documents.values():
        yield from _of_file(document)


def schema_of(path: str) -> Schema | None:
    """The schema of a file by its path inside the folder; None where no such file belongs there."""
    for pattern, schema in BY_NAME.items():
        if fnmatchcase(path, pattern) and path.count("/") == pattern.count("/"):
            return schema
    return None


def plain_data(data: Any) -> Any:
    """The data with its dates as texts, as JSON would hold them."""
    return json.loads(json.dumps(data, default=lambda day: day.isoformat() if isinstance(day, date) else str(day)))


def _of_file(document: Document) -> Iterator[Mistake]:
    schema = schema_of(document.path)
    if schema is None:
        yield Mistake(document.path, 1, "No file of this name belongs here.", f"The files are {', '.join(BY_NAME)}.")
        return
    for error in Draft202012Validator(complete(schema, document.path)).iter_errors(plain_data(document.data)):
        place, says, mend = _in_words(error)
        yield document.mistake(place, says, mend)


def _in_words(error: "ValidationError") -> tuple[Place, str, str]:
    """Where an error of the schema stands, what is wrong, and the mend."""
    place: Place = tuple(error.absolute_path)
    at, instance = _said(place), cast("Any", error.instance)
    wanted, schema = cast("Any", error.validator_value), cast("Any", error.schema)
    match error.validator:
        case "additionalProperties":
            known = schema["properties"]
            key = next(key for key in instance if key not in known)
            return (*place, key), f"`{key}` is not a key of {at}.", f"The keys are {', '.join(known)}."
        case "required":
            key = next(key for key in wanted if key not in instance)
            return place, f"{at} has no `{key}`.", f"It needs {', '.join(wanted)}."
        case "enum":
            return place, f"{at} is “{instance}”.", f"Write one of {', '.join(wanted)}."
        case "type":
            return place, f"{at} is {_type(instance)}.", f"Write {_type_named(wanted)}."
        case "minLength" | "minItems" | "minProperties":
            return place, f"{at} holds too little.", _least(error)
        case "const":
            return place, f"{at} is {instance}.", f"This program reads {wanted}."
        case "pattern":
            return place, f"{at} is “{instance}”.", PATTERNS.get(wanted, "Look at the examples.")
    return place, f"{at} is not as the format has it.", "See the reference of the format."


PATTERNS = {
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "Write lower-case words joined by hyphens, such as time-to-answer.",
    r"^\d{4}-\d\d-\d\d$": "Write a date such as 2026-04-01.",
    r"^(\d{4}-\d\d-\d\d|not known)$": "Write a date such as 2026-04-01, or “not known”.",
    r"^(\d{4}(-\d\d-\d\d)?|not known)$": "Write a date, a year such as “2016”, or “not known”.",
}
TYPES = {"string": "a text", "array": "a list", "object": "a table", "boolean": "true or false", "integer": "a number"}


def _said(place: Place) -> str:
    """A place in words: the third standard's `kept`."""
    names = [f"`{part}`" if isinstance(part, str) else f"number {part + 1}" for part in place]
    return " ".join(names) if names else "This file"


def _type(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case str():
            return "a text"
        case list():
            return "a list"
        case dict():
            return "a table"
    return "a number"


def _type_named(name: str) -> str:
    return TYPES.get(name, name)


def _least(error: "ValidationError") -> str:
    if error.validator == "minItems":
        return f"Write at least {error.validator_value}."
    return "Write something, or take the key away."
