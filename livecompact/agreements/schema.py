"""The format of an agreement's folder as JSON Schema: one schema a file, so that editors help and mistakes are named.

A date may be a TOML date or the words "not known"; in the schema it is a text of that form.
"""

from collections.abc import Mapping
from typing import Any

from livecompact import kinds
from livecompact.agreements.checks import CHECKS
from livecompact.standards.calendar import NATIONS
from livecompact.standards.language import BY_KEY, COMPANIONS
from livecompact.standards.periods import WRITTEN
from livecompact.standards.standard import DOES_NOT_SPEAK, Basis, Side, Verdict

type Schema = dict[str, Any]

FORMAT = 1
PICTURES = (
    "handshake",
    "document",
    "calendar",
    "people",
    "meeting",
    "speech-bubble",
    "money",
    "clock",
    "letter",
    "phone",
    "computer",
    "magnifier",
    "scales",
    "warning",
    "tick",
    "question",
    "house",
    "heart",
    "flag",
    "ballot-box",
    "pencil",
    "shield",
    "door",
    "map",
    "bell",
    "arrows",
)
TEXT: Schema = {"type": "string", "minLength": 1}
MAYBE_TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT, "minItems": 1}
MAYBE_TEXTS: Schema = {"type": "array", "items": TEXT}
SLUG: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
MAYBE_DAY: Schema = {"type": "string", "pattern": r"^(\d{4}-\d\d-\d\d|not known)$"}
PERIOD: Schema = {"type": "string", "pattern": f"^{WRITTEN.pattern.replace('?P<count>', '').replace('?P<unit>', '')}$"}
TEST: Schema = {"$ref": "#/$defs/test"}


def one_of(choices: Any) -> Schema:
    """A text that is one of those listed."""
    return {"type": "string", "enum": [str(choice) for choice in choices]}


def table(needed: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """A table that has every needed key, may have the optional ones, and has no other."""
    return {
        "type": "object",
        "properties": {**needed, **(optional or {})},
        "required": list(needed),
        "additionalProperties": False,
    }


def tables(needed: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """A list of such tables."""
    return {"type": "array", "items": table(needed, optional)}


AGREEMENT = table(
    {
        "format": {"type": "integer", "const": FORMAT},
        "id": SLUG,
        "name": TEXT,
        "called": TEXT,
        "calendar": one_of(NATIONS),
        "area": table({"name": TEXT}, {"gss": MAYBE_TEXT}),
        "signed_text": table({"title": TEXT, "publisher": TEXT, "url": MAYBE_TEXT}, {"note": MAYBE_TEXT}),
    },
    {
        "parent": SLUG,
        "reply_window": PERIOD,
        "who_may_sign": tables({"id": SLUG, "who": TEXT, "says": TEXT}, {"tests": TEXTS}),
        "group": tables(
            {
                "id": SLUG,
                "name": TEXT,
                "says": TEXT,
                "state": one_of(["in being", "ended", "not known"]),
                "from": {"type": "string", "pattern": r"^(\d{4}(-\d\d-\d\d)?|not known)$"},
                "until": {"type": "string", "pattern": r"^(\d{4}(-\d\d-\d\d)?|not known)$"},
            }
        ),
        "about": tables({"id": SLUG, "title": TEXT, "says": TEXTS}),
        "contact": tables({"role": TEXT}, {"who": MAYBE_TEXT, "email": MAYBE_TEXT, "phone": MAYBE_TEXT}),
        "form": tables({"id": SLUG, "name": TEXT, "says": TEXT}),
    },
)
CONCERNS = table(
    {"door": tables({"id": SLUG, "who": TEXT, "about": TEXT, "says": TEXT, "route": TEXT})}, {"says": TEXTS}
)
STORIES = table(
    {"story": tables({"id": SLUG, "title": TEXT, "says": TEXT, "source": TEXT}, {"undertakings": MAYBE_TEXTS})}
)
CODE = table({"id": SLUG, "name": TEXT, "state": one_of(["in force", "planned"]), "since": MAYBE_DAY, "says": TEXT})
PRINCIPLES = tables({"id": TEXT, "wording": TEXT, "plain": TEXT})
EDITION = table(
    {
        "id": TEXT,
        "name": TEXT,
        "from": MAYBE_DAY,
        "until": MAYBE_DAY,
        "review_by": MAYBE_DAY,
        "section": tables({"id": TEXT, "title": TEXT, "topic": SLUG, "topic_name": TEXT, "says": TEXT}),
    },
    {"note": MAYBE_TEXT, "principle": PRINCIPLES, "challenge": PRINCIPLES},
)
UNDERTAKINGS = table(
    {
        "undertaking": tables(
            {
                "number": TEXT,
                "id": SLUG,
                "name": TEXT,
                "section": TEXT,
                "binds": one_of(Side),
                "way_out": MAYBE_TEXTS,
                "wording": TEXT,
                "plain": TEXT,
                "checks": {"type": "array", "items": one_of(CHECKS), "minItems": 1},
                "shown_by": TEXT,
            },
            {"only": TEXTS, "note": MAYBE_TEXT, "part_of": TEXT},
        )
    }
)
STANDARDS = table(
    {
        "standard": tables(
            {
                "code": SLUG,
                "undertaking": TEXT,
                "of": one_of(kinds.KINDS),
                "asks": TEXT,
                "basis": one_of(Basis),
                "kept": TEST,
                "example": {
                    "type": "array",
                    "minItems": 2,
                    "items": table(
                        {
                            "say": TEXT,
                            "given": {"type": "object"},
                            "verdict": one_of([*Verdict, DOES_NOT_SPEAK]),
                        },
                        {"on": DAY, "here": {"type": "boolean"}},
                    ),
                },
            },
            {
                "binds": one_of([Side.STATUTORY, Side.VOLUNTARY]),
                "when": TEST,
                "unless": TEST,
                "due": {"anyOf": [TEXT, TEXTS]},
                "silence": one_of([Verdict.NOT_KEPT]),
                "every": one_of(["year"]),
                "excusable": {"type": "boolean"},
                "judged_by": one_of(["people"]),
                "suggested": TEXT,
                "number": TEXT,
                "adopted": table({"on": DAY, "by": TEXT, "minute": TEXT}),
                "since": DAY,
                "until": DAY,
                "source": TEXT,
            },
        )
    }
)
WORDING = table({"official": {"type": "object", "additionalProperties": TEXT}})
EASY_READ = table(
    {
        "booklet": tables(
            {
                "id": SLUG,
                "title": TEXT,
                "statement": tables({"text": TEXT, "picture": one_of(PICTURES)}, {"hard_word": TEXT}),
            },
            {"topic": SLUG, "checked_by": MAYBE_TEXT, "checked_on": MAYBE_DAY},
        )
    }
)
GLOSSARY = table({"term": tables({"term": TEXT, "means": TEXT, "source": TEXT}, {"also": TEXTS})})

BY_NAME: Mapping[str, Schema] = {
    "agreement.toml": AGREEMENT,
    "concerns.toml": CONCERNS,
    "stories.toml": STORIES,
    "codes/*.toml": CODE,
    "*/edition.toml": EDITION,
    "*/standards.toml": STANDARDS,
    "*/wording.toml": WORDING,
    "*/easy-read.toml": EASY_READ,
    "*/glossary.toml": GLOSSARY,
    "*/*.toml": UNDERTAKINGS,
}
"""The schema of each file by its path; the first that fits counts."""


def words() -> Schema:
    """The schema of a test: the words of the language and the keys beside them."""
    simple = {"anyOf": [TEXT, TEXTS, {"type": "number"}, {"type": "array", "items": TEST, "minItems": 1}]}
    return {
        "type": "object",
        "properties": {**{key: simple for key in BY_KEY}, **{key: TEXT for key in COMPANIONS}},
        "additionalProperties": False,
        "minProperties": 1,
    }


def complete(schema: Schema, title: str) -> Schema:
    """A schema that stands by itself, as published in docs/reference."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **schema,
        "$defs": {"test": words()},
    }
