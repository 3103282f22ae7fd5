"""Who may use the pages of this room: everyone reads and follows the record; officers see what was not sent."""

from livecompact.people.roles import ASK, EVERYONE, OFFICERS, PEOPLE, Right

ROWS: tuple[Right, ...] = (
    *(Right(name, EVERYONE) for name in ("record", "record.json", "record.atom", "entry", "entry.json")),
    Right("unsent", OFFICERS, ASK),
    Right("entry_erase", OFFICERS, ASK),
    Right("follow", EVERYONE, ASK),
    Right("follow_code", EVERYONE, ASK),  # whoever holds its key, which stands in no mail
    Right("my_news", PEOPLE, ASK),
    Right("news_stop", EVERYONE, ASK),  # whoever holds the token from a mail
)
