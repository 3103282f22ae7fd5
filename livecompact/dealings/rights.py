"""Who may use the pages of this room: a check is for everyone, and asks for no account."""

from livecompact.people.roles import ASK, EVERYONE, Right

ROWS = (
    Right("check", EVERYONE),
    Right("check_journey", EVERYONE),
    Right("check_question", EVERYONE),
    Right("check_result", EVERYONE),
    Right("check_file", EVERYONE, ASK),
)
