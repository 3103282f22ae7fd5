"""References that can be read out on the phone: HC-7KQ-M42, without 0, O, 1, I and L."""

import secrets

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUP = 3


def new_reference(compact: str) -> str:
    """A reference that nobody can guess, for something of one Compact.

    >>> reference = new_reference("hertfordshire")
    >>> reference[:3], len(reference), set(reference[3:]) <= {*SIGNS, "-"}
    ('HC-', 10, True)
    """
    groups = ("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(2))
    return "-".join((f"{compact[0].upper()}C", *groups))
