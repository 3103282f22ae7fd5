"""What this room says on an organisation's page of what is said to be missing there."""

from datetime import date

from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.queries.reasons import given_often
from livecompact.dealings.speaking.missing_pages import Line, line
from livecompact.frame.parts import Asked, Part
from livecompact.kinds.kind import Kind


def missing_of_body(asked: Asked) -> Part | None:
    """What is publicly said to be missing of a body; nothing where there is none."""
    found = queries.missing(asked.actor, asked.compact, asked.today, body=asked.about["organisation"])
    return (
        Part("dealings/parts/missing.jinja", {"lines": [line(each, asked.today) for each in found]}) if found else None
    )


def missing_of(compact: Published, kind: Kind, today: date) -> dict[str, list[Line]]:
    """What a list of that kind shows of what is publicly said to be missing."""
    return {"missing": [line(each, today) for each in queries.missing(None, compact, today, kind=kind.name)]}


def reasons_of_body(asked: Asked) -> Part | None:
    """The reasons that an organisation gives again and again in the same words; nothing where there is none."""
    found = given_often(asked.about["organisation"])
    return Part("dealings/parts/reasons.jinja", {"reasons": found}) if found else None
