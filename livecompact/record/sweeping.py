"""What the worker looks for from time to time, beside the mails that are due: each room registers its own.

A sweep makes the notices for which it is time. Asked again it makes none.
"""

from datetime import datetime
from typing import Protocol


class Sweep(Protocol):
    """Makes what it is time for; how many it made."""

    def __call__(self, *, at: datetime) -> int:
        """Look, at that moment."""


_REGISTERED: list[Sweep] = []


def register(sweep: Sweep) -> None:
    """Let the worker ask that function too."""
    if sweep not in _REGISTERED:
        _REGISTERED.append(sweep)


def sweep(*, at: datetime) -> int:
    """Ask every function that is registered; how many notices were made."""
    return sum(each(at=at) for each in _REGISTERED)
