"""What is done to the register: every change to this room's tables is here."""

from livecompact.register.actions.organisations import (
    AlreadyHere,
    add_identifier,
    add_organisation,
    found_or_added,
)
from livecompact.register.actions.signing import AlreadySigned, CannotSign, Signing, sign

__all__ = [
    "AlreadyHere",
    "AlreadySigned",
    "CannotSign",
    "Signing",
    "add_identifier",
    "add_organisation",
    "found_or_added",
    "sign",
]
