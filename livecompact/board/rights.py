"""Who may use the pages of this room: everyone, for they show only what is public."""

from livecompact.people.roles import EVERYONE, Right

ROWS = (
    *(Right(f"board{form}", EVERYONE) for form in ("", ".json", ".csv")),
    *(Right(f"records{form}", EVERYONE) for form in ("", ".json", ".csv")),
)
