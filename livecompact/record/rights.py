"""Who may use the pages of this room: everyone may read the record."""

from livecompact.people.roles import EVERYONE, Right

ROWS: tuple[Right, ...] = tuple(
    Right(name, EVERYONE) for name in ("record", "record.json", "record.atom", "entry", "entry.json")
)
