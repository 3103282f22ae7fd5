"""What each file of an agreement's folder holds."""

from livecompact import kinds
from livecompact.agreements.checks import CHECKS
from livecompact.agreements.schema.leaves import (
    BOOLEAN,
    DAY,
    MAYBE_DAY,
    MAYBE_TEXT,
    MAYBE_TEXTS,
    MAYBE_YEAR,
    ORG_ID,
    PERIOD,
    SLUG,
    TEXT,
    TEXTS,
    Schema,
    one_of,
    some,
    table,
    tables,
)
from livecompact.agreements.schema.words import DUE, TEST
from livecompact.standards.calendar import NATIONS
from livecompact.standards.standard import DOES_NOT_SPEAK, Basis, Side, Verdict

FORMAT = 1
PICTURES = (
    *("handshake", "document", "calendar", "people", "meeting", "speech-bubble", "money", "clock", "letter", "phone"),
    *("computer", "magnifier", "scales", "warning", "tick", "question", "house", "heart", "flag", "ballot-box"),
    *("pencil", "shield", "door", "map", "bell", "arrows"),
)

AGREEMENT = table(
    {
        "format": {"type": "integer", "const": FORMAT, "description": f"{FORMAT}, the format that this program reads"},
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
        "other_form_window": PERIOD,
        "who_may_sign": tables({"id": SLUG, "who": TEXT, "says": TEXT}, {"tests": TEXTS}),
        "group": tables(
            {
                "id": SLUG,
                "name": TEXT,
                "says": TEXT,
                "state": one_of(["in being", "ended", "not known"]),
                "from": MAYBE_YEAR,
                "until": MAYBE_YEAR,
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
        "section": tables({"id": TEXT, "title": TEXT, "topic": SLUG, "topic_name": TEXT, "says": TEXT}, at_least=1),
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
                "checks": some(one_of(CHECKS), f"a list of {', '.join(CHECKS)}, those that hold"),
                "shown_by": TEXT,
            },
            {"only": some(ORG_ID, 'a list of identifiers: ["GB-LAE-DAC"]'), "note": MAYBE_TEXT, "part_of": TEXT},
            at_least=1,
        )
    }
)
EXAMPLE = table(
    {
        "say": TEXT,
        "given": {"type": "object", "description": "the facts as a table: { opens = 2025-03-03 }"},
        "verdict": one_of([*Verdict, DOES_NOT_SPEAK]),
    },
    {"on": DAY, "here": BOOLEAN},
)
STANDARDS = table(
    {},
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
                    "items": EXAMPLE,
                    "description": "two worked examples or more: [ { say = …, given = { … }, verdict = … }, … ]",
                },
            },
            {
                "binds": one_of([Side.STATUTORY, Side.VOLUNTARY]),
                "when": TEST,
                "unless": TEST,
                "due": DUE,
                "silence": one_of([Verdict.NOT_KEPT]),
                "every": one_of(["year"]),
                "excusable": BOOLEAN,
                "judged_by": one_of(["people"]),
                "suggested": TEXT,
                "number": TEXT,
                "adopted": table({"on": DAY, "by": TEXT, "minute": TEXT}),
                "since": DAY,
                "until": DAY,
                "source": TEXT,
            },
        )
    },
)
WORDING = table(
    {
        "official": {
            "type": "object",
            "additionalProperties": TEXT,
            "description": 'the official words by number, each number in quotation marks: "2.4" = "…"',
        }
    }
)
EASY_READ = table(
    {
        "booklet": tables(
            {
                "id": SLUG,
                "title": TEXT,
                "statement": tables({"text": TEXT, "picture": one_of(PICTURES)}, {"hard_word": TEXT}, at_least=1),
            },
            {"topic": SLUG, "checked_by": MAYBE_TEXT, "checked_on": MAYBE_DAY},
        )
    }
)
GLOSSARY = table({"term": tables({"term": TEXT, "means": TEXT, "source": TEXT}, {"also": TEXTS})})

BY_NAME: dict[str, Schema] = {
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
"""The schema of each file by its path inside the folder; the first that fits counts."""
