"""Who may use the pages of this room: everyone, for nothing here is private."""

from livecompact.people.roles import EVERYONE, Right

ROWS = (
    Right("data", EVERYONE),
    Right("checks.csv", EVERYONE),
    Right("check_columns.csv", EVERYONE),
    Right("grants.json", EVERYONE),
    Right("grants.csv", EVERYONE),
    Right("compact_calendar", EVERYONE),
)
