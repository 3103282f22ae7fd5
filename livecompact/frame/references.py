"""References that can be read out on the phone: HC-7KQ-M42, without 0, O, 1, I and L."""

import secrets

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUP = 3


def new_reference(begins: str) -> str:
    """A reference that nobody can guess.

    >>> reference = new_reference("HC")
    >>> reference[:3], len(reference), set(reference[3:]) <= {*SIGNS, "-"}
    ('HC-', 10, True)
    """
    return "-".join((begins, *("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(2))))
