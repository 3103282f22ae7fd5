"""The whole table of rights: the rows of this room, and those of every room below it."""

from livecompact.compacts import rights as compacts
from livecompact.dealings import rights as dealings
from livecompact.people import rights as people
from livecompact.people.roles import EVERYONE, Right

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

TABLE: dict[str, Right] = {row.route: row for row in (*ROWS, *dealings.ROWS, *compacts.ROWS, *people.ROWS)}
