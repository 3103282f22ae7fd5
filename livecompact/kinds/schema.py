"""The JSON Schema of a list of one kind of dealing: what a program writes so that every row of it is understood."""

import json
from typing import Any

from livecompact.kinds.kind import Kind
from livecompact.kinds.template import ABOUT_SAYS, abouts
from livecompact.standards.facts import Fact, FactType

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NUMBER = r"^-?[0-9]+(\.[0-9]+)?$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

type Schema = dict[str, Any]


def schema(kind: Kind) -> Schema:
    """The schema of a list of a kind: each row has a name, its facts in the encoding, and nothing else.

    A fact that is left out, or null, is not known; the word "none" says that there is none.
    """
    return {
        "$schema": DIALECT,
        "title": kind.plural,
        "description": kind.says,
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                **{name: _about(name) for name in abouts(kind)},
                **{fact.name: _fact(fact) for fact in kind.facts},
            },
            "required": ["title", kind.happens_on],
            "additionalProperties": False,
        },
    }


def as_text(kind: Kind) -> str:
    """The schema as a file holds it."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def _about(name: str) -> Schema:
    what, why = ABOUT_SAYS[name]
    known: Schema = {"type": "string"} if name == "title" else {"type": ["string", "null"]}
    return {"description": f"{what[:1].upper()}{what[1:]}. {why}.", **known}


def _fact(fact: Fact) -> Schema:
    told = {"description": f"{fact.ask} {fact.why}."}
    return {**told, "anyOf": [*_values(fact), {"const": "none"}, {"type": "null"}]}


def _values(fact: Fact) -> list[Schema]:
    match fact.type:
        case FactType.DATE:
            return [{"type": "string", "format": "date", "pattern": DAY}]
        case FactType.NUMBER | FactType.AMOUNT:
            return [{"type": "number"}, {"type": "string", "pattern": NUMBER}]
        case FactType.FLAG:
            return [{"type": "boolean"}]
        case FactType.CHOICE:
            return [{"enum": list(fact.choices)}]
    return [{"type": "string", "minLength": 1}]
