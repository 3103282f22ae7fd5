"""Numbers with their nouns and verbs, as sentences need them."""


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "row"), count(1200, "row"), count(2, "body", "bodies")
    ('1 row', '1,200 rows', '2 bodies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def acts(number: int, one: str, many: str) -> str:
    """A number with its verb.

    >>> acts(1, "falls short", "fall short"), acts(0, "falls short", "fall short")
    ('1 falls short', '0 fall short')
    """
    return f"{number:,} {one if number == 1 else many}"


def every(number: int, one: str = "", many: str = "") -> str:
    """All of so many: "all 218 consultations", or "the 1 row"; without a noun the number alone.

    >>> every(218, "row"), every(1, "row"), every(3)
    ('all 218 rows', 'the 1 row', 'all 3')
    """
    return f"{'the' if number == 1 else 'all'} {count(number, one, many) if one else f'{number:,}'}"


def upper(text: str) -> str:
    """A text with a capital letter."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """A text without its capital letter."""
    return text[:1].lower() + text[1:]
