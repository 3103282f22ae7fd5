"""The language of standards as a schema: one shape a word, with the keys that belong to it."""

from livecompact.agreements.schema.leaves import LENGTH_OF_TIME, Schema, some, table
from livecompact.standards.language import (
    AllOf,
    AnyOf,
    DateOrder,
    DoesNotHold,
    FirstKnownOf,
    Holds,
    NumberOrder,
    OneOf,
    OpenFor,
    Stated,
)

LENGTH = rf"({LENGTH_OF_TIME}|\{{suggested\}})"
FACT_NAME = "[a-z][a-z0-9_]*"

TEST: Schema = {"$ref": "#/$defs/test"}
FACT: Schema = {"type": "string", "pattern": f"^{FACT_NAME}$", "description": "the name of a fact, such as closes"}
NAMES: Schema = {
    "anyOf": [FACT, {"type": "array", "items": FACT, "minItems": 1}],
    "description": 'the name of a fact, or a list of them: ["opens", "closes"]',
}
CHOICES: Schema = some({"type": "string", "pattern": r"\S"}, 'a list of choices: ["reduced", "ended"]')
DATE_PHRASE: Schema = {
    "type": "string",
    "pattern": f"^({LENGTH} (after|before) )?{FACT_NAME}$",
    "description": "a date told from a fact, such as closes, or 3 months after notice_sent",
}
DUE: Schema = {
    "anyOf": [DATE_PHRASE, {"type": "array", "items": DATE_PHRASE, "minItems": 1}],
    "description": "a date told from a fact, such as closes, or a list of such dates",
}
NUMBER: Schema = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": rf"^(-?\d+(\.\d+)?|{LENGTH})$"}],
    "description": "a number such as 12",
}
OPEN_FOR: Schema = {"type": "string", "pattern": f"^{LENGTH}$", "description": "a length of time, such as 12 weeks"}
SOME_TESTS: Schema = some(TEST, "a list of tests: [ { … }, { … } ]")


def test() -> Schema:
    """The schema of a test: exactly one word of the language, with its own keys beside it."""
    words = [
        *(table({key: NAMES}) for word in (Stated, Holds, DoesNotHold) for key in word.keys),
        *(table({"fact": FACT, key: CHOICES}) for key in OneOf.keys),
        *(table({"fact": FACT, order: NUMBER}) for order in map(str, NumberOrder)),
        *(table({"fact": FACT, order: DATE_PHRASE}) for order in map(str, DateOrder)),
        *(table({"open_from": FACT, "to": FACT, key: OPEN_FOR}) for key in OpenFor.keys),
        *(table({key: SOME_TESTS}) for word in (AllOf, AnyOf, FirstKnownOf) for key in word.keys),
    ]
    return {"anyOf": words, "description": 'a test of the language of standards, such as { stated = "rationale" }'}
