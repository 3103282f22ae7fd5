"""What the register says, as an actor may see it."""

from livecompact.register.queries.charities import charity, deregistered, find_charities, register_in_use, size_band
from livecompact.register.queries.events import Event, Events, events
from livecompact.register.queries.organisations import (
    NotThere,
    compacts_signed,
    find,
    had_signed,
    organisation,
    times_signed,
)
from livecompact.register.queries.signatories import (
    History,
    Shown,
    Signed,
    became,
    friends,
    history,
    signatories,
    signed,
    to_ask_again,
    with_a_page,
)
from livecompact.register.queries.waiting import (
    Seen,
    gone,
    own_sign_up,
    own_sign_ups,
    renewals_due,
    sign_up,
    signed_for,
    waiting,
)
from livecompact.register.queries.whole import Whole, whole

__all__ = [
    "Event",
    "Events",
    "History",
    "NotThere",
    "Seen",
    "Shown",
    "Signed",
    "Whole",
    "became",
    "charity",
    "compacts_signed",
    "deregistered",
    "events",
    "find",
    "find_charities",
    "friends",
    "gone",
    "had_signed",
    "history",
    "organisation",
    "own_sign_up",
    "own_sign_ups",
    "register_in_use",
    "renewals_due",
    "sign_up",
    "signatories",
    "signed",
    "signed_for",
    "size_band",
    "times_signed",
    "to_ask_again",
    "waiting",
    "whole",
    "with_a_page",
]
