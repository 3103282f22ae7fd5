"""Whether each file of an agreement has the shape of the format: known keys, right types, nothing missing."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake, perhaps
from livecompact.agreements.schema import BY_NAME, Schema, complete, schema_of

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

HEAD = "agreement.toml"
EDITION = "edition.toml"
NEEDED_IN_EDITION = (EDITION, "standards.toml")
NO_HEAD = Mistake(
    HEAD,
    1,
    "This file is missing.",
    "`livecompact new NAME` makes a folder to start from; if this is the folder above, name the one inside.",
)
ANY_TEST: Schema = {"type": "object", "description": 'a test, such as { stated = "rationale" }'}
"""In the place of a test: what is wrong inside it is told by the reader of the language, in its own terms."""


class Dated(str):
    """A date or a time of TOML as a text: it is one only where the format asks for a date."""

    __slots__ = ()


def shape_mistakes(documents: Mapping[str, Document], unread: Collection[str] = ()) -> Iterator[Mistake]:
    """Every mistake in the shape of the files; those of `unread` are there, but could not be read."""
    there = {path for path in (*documents, *unread) if path.endswith(".toml")}
    if HEAD not in there:
        yield NO_HEAD
    if not any(path.endswith(f"/{EDITION}") for path in there):
        yield Mistake(EDITION, 1, "There is no edition.", "Make a folder such as 2026 with an edition.toml in it.")
    for folder in sorted({path.split("/")[0] for path in there if "/" in path} - {"codes"}):
        for name in NEEDED_IN_EDITION:
            if f"{folder}/{name}" not in there:
                yield Mistake(f"{folder}/{name}", 1, "This file is missing.", "An edition's folder needs it.")
    for document in documents.values():
        yield from _of_file(document)


def plain_data(data: Any) -> Any:
    """The data as JSON has it, with its dates as texts that know that they are dates."""
    if isinstance(data, Mapping):
        return {key: plain_data(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain_data(value) for value in data]
    return Dated(data.isoformat()) if isinstance(data, date | time) else data


def _of_file(document: Document) -> Iterator[Mistake]:
    schema = schema_of(document.path)
    if schema is None:
        yield Mistake(document.path, 1, "No file of this name belongs here.", f"The files are {', '.join(BY_NAME)}.")
        return
    errors = list(_validator(document.path).iter_errors(plain_data(document.data)))
    for error in errors:
        yield from _told(document, error)
    if not errors and document.path.endswith(f"/{EDITION}") and document.data["id"] != document.folder:
        says = f"This edition is called “{document.data['id']}”, but its folder is {document.folder}."
        yield document.mistake(("id",), says, "Give both the same name.")


def _told(document: Document, error: ValidationError) -> Iterator[Mistake]:
    """An error of the schema in words: what is wrong, where, and the mend."""
    place, found, schema = tuple(error.absolute_path), cast("Any", error.instance), cast("Any", error.schema)
    at = _named(place, found)
    match error.validator:
        case "additionalProperties":
            known = list(schema["properties"])
            for key in (key for key in found if key not in known):
                says = f"`{key}` is not a key of {at}."
                yield document.mistake((*place, key), says, f"{perhaps(key, known)}The keys are {', '.join(known)}.")
        case "required":
            for key in (key for key in schema["required"] if key not in found):
                yield document.mistake(place, f"{_capital(at)} has no `{key}`.", f"Write {_how(schema, key)}.")
        case "minItems":
            holds = f"holds only {len(found)}" if found else "holds nothing"
            yield document.mistake(place, f"{_capital(at)} {holds}.", f"Write {schema['description']}.")
        case _:
            yield document.mistake(place, f"{_capital(at)} is {_shown(found)}.", _mend(place, found, schema))


def _how(schema: Schema, key: str) -> str:
    return f"it as {schema['properties'][key].get('description', ANY_TEST['description'])}"


def _mend(place: Place, found: object, schema: Schema) -> str:
    if place[0] == "official" and isinstance(found, Mapping):
        return 'Put the number in quotation marks: "2.4" = "…".'
    near = perhaps(str(found), schema.get("enum", []))
    return f"{near}Write {schema['description']}."


def _named(place: Place, found: object) -> str:
    """A place in words, such as “`picture` of statement 3 of booklet 1”."""
    words: list[str] = []
    for depth, part in enumerate(place, start=1):
        if isinstance(part, str):
            words.insert(0, f"`{part}`")
        elif depth == len(place) and not isinstance(found, Mapping):
            words.insert(0, f"item {part + 1}")
        else:
            words[0] = f"{words[0].strip('`')} {part + 1}"
    return " of ".join(words) or "this file"


def _shown(found: object) -> str:
    match found:
        case bool():
            return str(found).lower()
        case Dated():
            return f"the date {found}"
        case str() if found.strip():
            return f"“{' '.join(found.split())[:60]}”"
        case str():
            return "empty"
        case list():
            return "a list"
        case Mapping():
            return "a table"
    return f"the number {found}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _validator(path: str) -> Any:
    extend = cast("Any", validators.extend)  # it has no types
    reader = extend(Draft202012Validator, {"pattern": _pattern, "type": _type})
    schema = complete(schema_of(path) or {}, path, tests=ANY_TEST)
    return reader(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _pattern(_: "Validator", pattern: str, instance: object, __: Schema) -> Iterator[ValidationError]:
    """As the dialect has it: `$` is the end of the text, which Python also sees before a last line break."""
    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError("pattern")


def _type(validator: "Validator", wanted: str, instance: Any, schema: Schema) -> Iterator[ValidationError]:
    """As the dialect has it; and a date of TOML is a text only where the format asks for a date."""
    if not validator.is_type(instance, wanted) or (isinstance(instance, Dated) and "format" not in schema):
        yield ValidationError("type")
