"""The format of an agreement's folder as JSON Schema: one schema a file, so that editors help and mistakes are named.

A date of TOML is a text of that form in the schema, as editors see it.
"""

import json
from fnmatch import fnmatchcase

from livecompact.agreements.schema import words
from livecompact.agreements.schema.files import BY_NAME, FORMAT, PICTURES
from livecompact.agreements.schema.leaves import Schema

__all__ = ["BY_NAME", "FORMAT", "PICTURES", "Schema", "complete", "published", "schema_of"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(path: str) -> Schema | None:
    """The schema of a file by its path inside the folder; None where no such file belongs there."""
    for pattern, schema in BY_NAME.items():
        if fnmatchcase(path, pattern) and path.count("/") == pattern.count("/"):
            return schema
    return None


def complete(schema: Schema, title: str, *, tests: Schema | None = None) -> Schema:
    """A schema that stands by itself, as published; `tests` puts a plainer schema in the place of the language's."""
    whole = {"$schema": DIALECT, "title": title, **schema}
    if words.TEST["$ref"] in json.dumps(schema):
        whole["$defs"] = {"test": tests or words.test()}
    return whole


def published() -> dict[str, Schema]:
    """Every file's complete schema by the file's path."""
    return {path: complete(schema, f"{path} of an agreement") for path, schema in BY_NAME.items()}
