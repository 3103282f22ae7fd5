"""Who may use the pages of this room."""

from livecompact.people.roles import ASK, EVERYONE, Right

ROWS = (
    Right("account_login", EVERYONE, ASK),
    Right("account_request_login_code", EVERYONE, ASK),
    Right("account_confirm_login_code", EVERYONE, ASK),
    Right("account_logout", EVERYONE, ASK),
    Right("account_inactive", EVERYONE),
)
