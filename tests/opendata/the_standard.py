"""What the 360Giving Data Standard asks of a package of grants, written down here by hand as a JSON Schema.

Source: the schema of a package and of a grant, version 1.4 (https://standard.threesixtygiving.org/en/latest/technical/).
Only members that we write are here. A duration is a number of months, none below nought, since version 1.1. What the
schema calls a date-time is a pattern here, so that nothing has to be installed to look at it. The standard lets a
publisher add members of its own.
"""

from typing import Any

DAY = "^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$"
INSTANT = DAY.rstrip("$") + r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-][0-2][0-9]:[0-5][0-9])$"
TEXT = {"type": "string"}
WEB = {"type": "string", "format": "uri", "pattern": "^https?://[^ ]+$"}
DAY_OR_INSTANT = {"type": "string", "oneOf": [{"pattern": INSTANT}, {"pattern": DAY}]}
EVENT = {
    "type": "object",
    "properties": {
        "startDate": DAY_OR_INSTANT,
        "endDate": DAY_OR_INSTANT,
        "duration": {"type": "number", "minimum": 0},
    },
}
ORGANISATION = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "required": ["id", "name"], "properties": {"id": TEXT, "name": TEXT}},
}
GRANT = {
    "type": "object",
    "required": [
        *("id", "title", "description", "currency", "amountAwarded", "awardDate"),
        *("recipientOrganization", "fundingOrganization"),
    ],
    "properties": {
        "id": TEXT,
        "title": TEXT,
        "description": TEXT,
        "currency": {"enum": ["GBP"]},
        "amountAwarded": {"type": "number"},
        "awardDate": DAY_OR_INSTANT,
        "url": WEB,
        "plannedDates": {"type": "array", "items": EVENT},
        "recipientOrganization": ORGANISATION,
        "fundingOrganization": ORGANISATION,
        "dateModified": {"type": "string", "pattern": INSTANT},
    },
}
PACKAGE: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "type": "object",
    "required": ["grants"],
    "properties": {
        "grants": {"type": "array", "minItems": 1, "uniqueItems": True, "items": GRANT},
        "version": {"type": "string", "pattern": r"^(\d+\.)(\d+)$"},
        "title": TEXT,
        "publisher": {"type": "object", "required": ["name"], "properties": {"name": TEXT, "website": WEB}},
        "license": WEB,
    },
}
