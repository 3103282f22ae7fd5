"""Marks words of the ground floor for translation: whoever shows them translates them, for nothing here knows how."""


def N_(words: str) -> str:  # noqa: N802 (the name that tools which find such words look for)
    """The same words.

    >>> N_("by the yearly survey")
    'by the yearly survey'
    """
    return words
