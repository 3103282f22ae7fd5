"""Codes of six digits that prove an email address before anybody has an account: made, kept as a hash, held against.

Signing in has codes of its own, which the sign-in library keeps.
"""

import hashlib
import hmac
import secrets
from datetime import timedelta

HOLDS = timedelta(minutes=15)
MOST_TRIES = 5


class CodeOver(Exception):
    """The code is too old, used, or was wrong too often."""


class WrongCode(Exception):
    """The code is not the one that was sent."""


def new_code() -> str:
    """Six digits that nobody can guess."""
    return f"{secrets.randbelow(1_000_000):06}"


def hashed(key: str, code: str) -> str:
    """What is kept of a code; `key` is a secret of the row that keeps it.

    >>> hashed("a", "123456") == hashed("b", "123456")
    False
    """
    return hashlib.sha256(f"{key}/{code}".encode()).hexdigest()


def is_right(kept: str, key: str, code: str) -> bool:
    """Whether a code is the one of which that hash was kept; how long it takes tells nothing."""
    return hmac.compare_digest(kept, hashed(key, code))
