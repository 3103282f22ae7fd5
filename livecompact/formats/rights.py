"""Who may use the pages of this room: everyone may ask, the officer sees who did."""

from livecompact.people.roles import ASK, EVERYONE, OFFICERS, Right

ROWS = (
    Right("another_way_of_site", EVERYONE),
    Right("another_way", EVERYONE),
    Right("another_way_form", EVERYONE, ASK),
    Right("another_way_asked", EVERYONE),
    Right("another_way_requests", OFFICERS),
    Right("another_way_request", OFFICERS, ASK),
)
