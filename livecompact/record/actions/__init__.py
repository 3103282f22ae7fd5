"""What changes the two ledgers: `write` a line of the public record, `notify` a person, and what becomes of both."""

from livecompact.record.actions.bouncing import take_bounce
from livecompact.record.actions.following import (
    TooMany,
    ask_to_follow,
    confirm,
    follow,
    forget_requests,
    resume,
    set_often,
    stop,
)
from livecompact.record.actions.outbox import (
    LeaseOver,
    answered,
    claim,
    dropped,
    failed,
    hand_over,
    later,
    send_again,
    sent,
)
from livecompact.record.actions.purging import purge
from livecompact.record.actions.telling import notify
from livecompact.record.actions.writing import OutsideTransaction, erase_text, erase_words, link_of, write

__all__ = [
    "LeaseOver",
    "OutsideTransaction",
    "TooMany",
    "answered",
    "ask_to_follow",
    "claim",
    "confirm",
    "dropped",
    "erase_text",
    "erase_words",
    "failed",
    "follow",
    "forget_requests",
    "hand_over",
    "later",
    "link_of",
    "notify",
    "purge",
    "resume",
    "send_again",
    "sent",
    "set_often",
    "stop",
    "take_bounce",
    "write",
]
