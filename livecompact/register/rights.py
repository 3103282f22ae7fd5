"""Who may use the pages of this room."""

from livecompact.people.roles import Right

ROWS: tuple[Right, ...] = ()
