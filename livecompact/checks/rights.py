"""Who may use the pages of this room: everyone, without an account."""

from livecompact.people.roles import ASK, EVERYONE, Right

ROWS = (
    Right("check", EVERYONE),
    Right("check_journey", EVERYONE),
    Right("check_question", EVERYONE),
    Right("check_result", EVERYONE),
    *(Right(f"check_result.{form}", EVERYONE) for form in ("pdf", "docx")),
    Right("check_file", EVERYONE, ASK),
)
