"""What is done to the register: every change to this room's tables is here."""

from livecompact.register.actions.asking import ask_to_renew, forget_asked, renew_by_link
from livecompact.register.actions.charities import NothingToLoad, load_charities
from livecompact.register.actions.deciding import (
    WrongState,
    answer,
    approve,
    ask,
    change,
    decline,
    lapse,
    renew,
    withdraw,
)
from livecompact.register.actions.for_members import ForMembers, not_right, sign_for
from livecompact.register.actions.lists import Taken, take_in
from livecompact.register.actions.organisations import (
    AlreadyHere,
    add_identifier,
    add_organisation,
    add_other_name,
    change_organisation,
    found_or_added,
)
from livecompact.register.actions.signing import (
    AlreadySigned,
    CannotSign,
    ChangedMeanwhile,
    Signing,
    erase_signer,
    forget_signers,
    sign,
)
from livecompact.register.actions.succeeding import end_organisation, succeed
from livecompact.register.actions.telling_charities import forget_told, tell_charity

__all__ = [
    "AlreadyHere",
    "AlreadySigned",
    "CannotSign",
    "ChangedMeanwhile",
    "ForMembers",
    "NothingToLoad",
    "Signing",
    "Taken",
    "WrongState",
    "add_identifier",
    "add_organisation",
    "add_other_name",
    "answer",
    "approve",
    "ask",
    "ask_to_renew",
    "change",
    "change_organisation",
    "decline",
    "end_organisation",
    "erase_signer",
    "forget_asked",
    "forget_signers",
    "forget_told",
    "found_or_added",
    "lapse",
    "load_charities",
    "not_right",
    "renew",
    "renew_by_link",
    "sign",
    "sign_for",
    "succeed",
    "take_in",
    "tell_charity",
    "withdraw",
]
