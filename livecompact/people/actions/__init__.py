"""What is done to people: every change to this room's tables is here."""

from livecompact.people.actions.addresses import change_email
from livecompact.people.actions.erasing import LastAdministrator, erase
from livecompact.people.actions.invitations import (
    InvitationOver,
    NotAllowed,
    accept,
    decline,
    invite,
    revoke,
    send_again,
)
from livecompact.people.actions.people import (
    add_person,
    forget_who_never_came,
    note_sign_in,
    purge,
    take_second_factor,
)
from livecompact.people.actions.seats import end_seat, give_seat, stand_in
from livecompact.people.actions.sessions import end_session, end_sessions
from livecompact.people.actions.ties import tell_tie, untell_tie

__all__ = [
    "InvitationOver",
    "LastAdministrator",
    "NotAllowed",
    "accept",
    "add_person",
    "change_email",
    "decline",
    "end_seat",
    "end_session",
    "end_sessions",
    "erase",
    "forget_who_never_came",
    "give_seat",
    "invite",
    "note_sign_in",
    "purge",
    "revoke",
    "send_again",
    "stand_in",
    "take_second_factor",
    "tell_tie",
    "untell_tie",
]
