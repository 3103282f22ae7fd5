"""Who may use the pages of this room: everyone may complain; who runs the site sees of what."""

from livecompact.people.roles import ADMINISTRATORS, ASK, EVERYONE, Right

ROWS = (
    Right("data_complaint", EVERYONE, ASK),
    Right("data_complaint_sent", EVERYONE),  # whoever has its key
    Right("data_complaints", ADMINISTRATORS),
    Right("data_complaint_answer", ADMINISTRATORS, ASK),
    Right("data_complaint_longer", ADMINISTRATORS, ASK),
)
