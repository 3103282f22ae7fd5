"""What this room keeps: organisations, what they signed, and the local copy of the register of charities."""

from livecompact.register.models.charity import Charity, CharityLoad
from livecompact.register.models.joining import Joining
from livecompact.register.models.organisation import (
    KINDS,
    SECTOR_OF,
    Identifier,
    Kind,
    Organisation,
    OtherName,
    Sector,
    Size,
    Status,
    Succession,
)
from livecompact.register.models.signature import ENDED, OPEN, As, Backing, How, Signature, Signer, State

__all__ = [
    "ENDED",
    "KINDS",
    "OPEN",
    "SECTOR_OF",
    "As",
    "Backing",
    "Charity",
    "CharityLoad",
    "How",
    "Identifier",
    "Joining",
    "Kind",
    "Organisation",
    "OtherName",
    "Sector",
    "Signature",
    "Signer",
    "Size",
    "State",
    "Status",
    "Succession",
]
