"""References that can be read out on the phone: AW-7KQ-M42, without 0, O, 1, I and L."""

import secrets

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUP = 3


def new_reference() -> str:
    """A reference that nobody can guess.

    >>> reference = new_reference()
    >>> reference[:3], len(reference), set(reference[3:]) <= {*SIGNS, "-"}
    ('AW-', 10, True)
    """
    return "-".join(("AW", *("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(2))))
