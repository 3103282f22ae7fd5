"""What a notice says: each reason has a function that composes its letter, registered by the room that knows.

A room registers in `ready()` of its apps.py: `letters.register("signature-approved", letters_of_mine.approved)`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from livecompact.frame.fields import Words
from livecompact.record.models import Notice

LONGEST_SUBJECT = 60  # characters
MOST_WORDS = 120


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What one mail says, before it is laid out. It never tells the story of a concern.

    subject   a fact and a name, at most 60 characters: "Riverside Youth Club is on the list"
    lines     each a paragraph: first what happened, then what to do and by when; an item of a list begins with "- "
    address   the page where it is done or read, such as "/hertfordshire/organisations/riverside-youth-club"
    why       why this person gets it: "You get this because you sign for Riverside Youth Club."
    thread    what mails that belong together have in common, such as "signature/17"; else each stands alone
    reference what to quote in an answer, such as "HC-7KQ-M42"
    stop      the address to stop by, on mail that somebody subscribed to; empty on all other mail
    """

    subject: str
    lines: tuple[str, ...]
    address: str
    why: str
    thread: str = ""
    reference: str = ""
    stop: str = ""


type Compose = Callable[[Notice, datetime], Letter | None]
"""Asked again each time that a mail is about to go; None where it is no longer true, or the person may not know it."""


class UnknownReason(LookupError):
    """No room has registered a letter for this reason."""


_REGISTERED: dict[str, Compose] = {}
_CALLED: dict[str, Words] = {}


def register(reason: str, compose: Compose, called: Words = "") -> None:
    """Let that function compose the letters of a reason; `called` tells officers what they are: "Your signature".

    ValueError where another does: one reason has one letter.
    """
    if _REGISTERED.setdefault(reason, compose) is not compose:
        raise ValueError(f"“{reason}” has a letter already. Give yours another name.")
    if called:
        _CALLED[reason] = called


def called(reason: str) -> str:
    """What the letters of a reason are called, in the language of the page; the reason itself where nobody said."""
    return str(_CALLED.get(reason, reason))


def reasons() -> frozenset[str]:
    """Every reason that has a letter."""
    return frozenset(_REGISTERED)


def letter_for(notice: Notice, at: datetime) -> Letter | None:
    """What a notice says now; None where there is nothing to say any more.

    UnknownReason where no room composes it: that room may be missing from an older version that still runs.
    """
    if notice.reason not in _REGISTERED:
        raise UnknownReason(f"Nothing composes the letter “{notice.reason}”.")
    if not notice.person.is_active:
        return None
    return _REGISTERED[notice.reason](notice, at)
