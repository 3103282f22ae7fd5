"""The whole table of rights: the rows of this room, and those of every room below it."""

from livecompact.board import rights as board
from livecompact.checks import rights as checks
from livecompact.compacts import rights as compacts
from livecompact.complaints import rights as complaints
from livecompact.dealings import rights as dealings
from livecompact.formats import rights as formats
from livecompact.opendata import rights as opendata
from livecompact.people import rights as people
from livecompact.people.roles import EVERYONE, May, Right
from livecompact.record import rights as record
from livecompact.register import rights as register
from livecompact.uploads import rights as uploads

ROWS = (
    Right("help", EVERYONE),
    Right("accessibility", EVERYONE),
    Right("privacy", EVERYONE),
    Right("contact", EVERYONE),
    Right("health", EVERYONE),
    Right("robots", EVERYONE),
    Right("security", EVERYONE),
    Right("sitemap", EVERYONE),
)

ROOMS = (opendata, board, uploads, dealings, checks, register, formats, complaints, compacts, record, people)

TABLE: dict[str, Right] = {row.route: row for rows in (ROWS, *(room.ROWS for room in ROOMS)) for row in rows}

ACTS: tuple[May, ...] = tuple(row for room in ROOMS for row in getattr(room, "MAY", ()))
