"""Numbers that anyone writes alike, read by DuckDB itself: a million of them in a second.

What is read here is read as `amounts` reads it; tests hold the two together.
"""

from livecompact.standards.bulk.quoting import literal
from livecompact.standards.facts import FactType

PART = r"(\.[0-9]{1,6})?"
PLAIN = rf"-?[0-9]{{1,15}}{PART}"
GROUPED = rf"[0-9]{{1,3}}(,[0-9]{{3}}){{1,4}}{PART}"
PATTERNS = {FactType.NUMBER: rf"{PLAIN}|{GROUPED}", FactType.AMOUNT: rf"{PLAIN}|£?({GROUPED}|[0-9]{{1,15}}{PART})"}


def is_plain(type_: FactType, text: str) -> str:
    """The SQL of whether a text is a number as anyone writes it; nothing else than a number is ever plain."""
    pattern = PATTERNS.get(type_)
    return f"regexp_full_match({text}, {literal(pattern)})" if pattern else "FALSE"


def digits(text: str) -> str:
    """The SQL of a plain number's digits."""
    return f"replace(replace({text}, '£', ''), ',', '')"


def is_rewritten(text: str) -> str:
    """The SQL of whether people want to be told that a plain number was read: it has more than digits."""
    return f"({text} LIKE '%£%' OR {text} LIKE '%,%')"
