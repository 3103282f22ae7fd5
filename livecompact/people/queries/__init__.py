"""What is asked about people."""

from livecompact.people.queries.invitations import answered, invitation, open_invitations, over, unanswered
from livecompact.people.queries.people import people, person, sessions, ties
from livecompact.people.queries.roles import (
    acted_for,
    factors,
    has_second_factor,
    holders,
    is_last_administrator,
    is_officer,
    may_give,
    may_idle,
    organisations_of,
    roles_of,
    seats,
    seats_of,
    seats_with,
    waits_for_second_factor,
    who_runs,
)
from livecompact.people.queries.standing_in import coming, stand_in, stand_ins, stood_in

__all__ = [
    "acted_for",
    "answered",
    "coming",
    "factors",
    "has_second_factor",
    "holders",
    "invitation",
    "is_last_administrator",
    "is_officer",
    "may_give",
    "may_idle",
    "open_invitations",
    "organisations_of",
    "over",
    "people",
    "person",
    "roles_of",
    "seats",
    "seats_of",
    "seats_with",
    "sessions",
    "stand_in",
    "stand_ins",
    "stood_in",
    "ties",
    "unanswered",
    "waits_for_second_factor",
    "who_runs",
]
