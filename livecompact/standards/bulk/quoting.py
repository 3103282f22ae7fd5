"""The one way in which a name or a value becomes text of a query.

Names and values come from checked standards and kinds only. What stands in a cell of a file never becomes text of a
query: it is read from its column.
"""

from datetime import date
from decimal import Decimal


def identifier(name: str) -> str:
    r"""A name as DuckDB writes it.

    >>> print(identifier('closes'), identifier('an "odd" name'))
    "closes" "an ""odd"" name"
    """
    return '"' + _whole(name).replace('"', '""') + '"'


def literal(value: str | date | Decimal | bool) -> str:
    """A value as DuckDB writes it; flags are TRUE and FALSE, numbers are written out in full.

    >>> print(literal("the council's"), literal(date(2025, 3, 3)), literal(Decimal("1E+2")), literal(True))
    'the council''s' DATE '2025-03-03' 100 TRUE
    """
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return format(value, "f")
        case date():
            return f"DATE '{value.isoformat()}'"
    return "'" + _whole(value).replace("'", "''") + "'"


def _whole(text: str) -> str:
    """The same text; ValueError where DuckDB would read it only up to a null character."""
    if "\0" in text:
        raise ValueError(f"{text!r} holds a null character; take it away")
    return text
