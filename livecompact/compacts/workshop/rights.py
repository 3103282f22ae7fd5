"""Who may use the workshop: the officers of the Compact in the address, and administrators; its logo is everyone's."""

from livecompact.people.roles import ASK, EVERYONE, OFFICERS, POST, Right

SHOWS = (
    "workshop",
    "workshop_changes",
    "workshop_published",
    "workshop_draft_zip",
    "workshop_files",
    "workshop_editions",
    "workshop_promises",
    "workshop_wording_template",
    "workshop_checks",
    "workshop_check_new",
)

ASKS = (
    "workshop_publish",
    "workshop_discard",
    "workshop_contacts",
    "workshop_look",
    "workshop_logo",
    "workshop_logo_out",
    "workshop_file",
    "workshop_edition_new",
    "workshop_edition",
    "workshop_edition_out",
    "workshop_promise_new",
    "workshop_promise",
    "workshop_promise_out",
    "workshop_wording",
    "workshop_official",
    "workshop_check_write",
    "workshop_check_build",
    "workshop_check",
    "workshop_check_end",
    "workshop_adopt",
    "workshop_drop",
)

ROWS = (
    *(Right(name, OFFICERS) for name in SHOWS),
    *(Right(name, OFFICERS, ASK) for name in ASKS),
    Right("workshop_check_up", OFFICERS, POST),
    Right("agreement.zip", EVERYONE),
    Right("logo", EVERYONE),
)
