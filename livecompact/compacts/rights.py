"""Who may use the pages of this room: everyone may read what is published."""

from livecompact.compacts.workshop import rights as workshop
from livecompact.people.roles import ASK, EVERYONE, OFFICERS, Right, Role

DATA = (
    "home",
    "compact",
    "promises",
    "promise",
    "topics",
    "topic",
    "sections",
    "section",
    "editions",
    "edition",
    "edition_promise",
    "changes",
    "principles",
    "stories",
    "glossary",
    "term",
    "groups",
    "about",
    "joining",
    "concerns_how",
    "codes",
    "code",
    "coverage",
    "counting",
    "easy_read",
    "booklet",
    "search",
)
"""The pages that are there as JSON too, at the same address with .json after it."""

ONLY_SO = (
    "short_promise",
    "agreement",
    "agreement.json",
    "agreement.pdf",
    "edition.pdf",
    "booklet.pdf",
    "brand",
    "concerns",
)

ROWS = (
    *(Right(name, EVERYONE) for name in DATA),
    *(Right(f"{name}.json", EVERYONE) for name in DATA),
    *(Right(name, EVERYONE) for name in ONLY_SO),
    Right("run", OFFICERS),
    Right("hand_over", OFFICERS, ASK),
    Right("school_holidays", OFFICERS, ASK),
    Right("second_person", OFFICERS, ASK),
    Right("second_look", OFFICERS | {Role.CO_CHAIR}, ASK),  # who asked may only say no: the action refuses their yes
    *workshop.ROWS,
)
