"""A column of texts as facts: each different text is read once, however many rows have it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from duckdb import DuckDBPyConnection

from livecompact.files.cells import Manner, as_read, is_changed, read_cell
from livecompact.files.date_order import order_of
from livecompact.files.dates import OTHER_WAY_ROUND, Order, orders_possible
from livecompact.files.loaded import Changed
from livecompact.files.staging import line, take_in
from livecompact.files.unreadable import CannotReadCell
from livecompact.standards.bulk.quoting import identifier, literal
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, FactType, FactValue

TYPES = {
    FactType.DATE: "DATE",
    FactType.NUMBER: "DECIMAL(28,6)",
    FactType.AMOUNT: "DECIMAL(28,6)",
    FactType.FLAG: "BOOLEAN",
    FactType.CHOICE: "VARCHAR",
    FactType.TEXT: "VARCHAR",
}
COLUMNS = ("text", "rows", "state", "value", "says", "mend", "changed")
VALUE, IS_NONE, UNKNOWN, UNREAD = "value", "none", "not known", "unread"
AT_ONCE = 20_000


@dataclass(frozen=True, kw_only=True)
class FactColumn:
    """A fact's column as it was read: the table of its texts with what each says, and what is to be told of it."""

    fact: Fact
    heading: str
    table: str
    any_none: bool
    changes: tuple[Changed, ...]
    notes: tuple[str, ...]


def read_column(
    connection: DuckDBPyConnection,
    staged: str,
    column: str,
    *,
    fact: Fact,
    heading: str,
    manner: Manner,
    order: Order | None,
    folder: Path,
) -> FactColumn:
    """Read one column of texts as a fact; `order` is which number comes first in its dates, where that is told."""
    texts = f"texts of {column}"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {identifier(texts)} AS"
        f" SELECT {identifier(column)} AS text, count(*) AS rows FROM {identifier(staged)} GROUP BY ALL"
    )
    notes: tuple[str, ...] = ()
    if fact.type is FactType.DATE:
        order, notes = (order, ()) if order else order_of(heading, _all(connection, texts), manner.century)
        manner = replace(manner, order=order)
    file = folder / "read.txt"
    with file.open("w", encoding="utf-8", newline="", buffering=1 << 20) as out:
        out.writelines(line(_read(fact, text, rows, manner)) for text, rows in _all(connection, texts))
    said = f"said by {column}"
    take_in(connection, file, said, dict.fromkeys(COLUMNS, "VARCHAR"))
    connection.execute(f"DROP TABLE {identifier(texts)}")
    return FactColumn(
        fact=fact,
        heading=heading,
        table=said,
        any_none=_any(connection, said, f"state = {literal(IS_NONE)}"),
        changes=tuple(_changes(connection, said, fact, heading)),
        notes=notes,
    )


def value_of(column: FactColumn, said: str) -> str:
    """The SQL of a fact's value in the table `said`: null where it has none or is not known."""
    return f"CASE WHEN {said}.state = {literal(VALUE)} THEN CAST({said}.value AS {TYPES[column.fact.type]}) END"


def _all(connection: DuckDBPyConnection, texts: str) -> Iterator[tuple[str, int]]:
    """Every text with its number of rows, a few thousand at a time."""
    connection.execute(f"SELECT text, rows FROM {identifier(texts)}")
    while some := connection.fetchmany(AT_ONCE):
        yield from some


def _read(fact: Fact, text: str, rows: int, manner: Manner) -> tuple[str, ...]:
    """The line of one text, in the order of COLUMNS."""
    try:
        value = read_cell(fact, text, manner)
    except CannotReadCell as error:
        says, mend = _other_way_round(fact, text, manner) or (error.says, error.mend)
        return text, str(rows), UNREAD, "", says, mend, ""
    changed = as_read(value) if is_changed(fact, text, value) else ""
    return text, str(rows), *_stored(value), "", "", changed


def _stored(value: FactValue) -> tuple[str, str]:
    if value is NONE or value is NOT_KNOWN:
        return (IS_NONE if value is NONE else UNKNOWN), ""
    return VALUE, as_read(value) if not isinstance(value, bool) else str(value).lower()


def _other_way_round(fact: Fact, text: str, manner: Manner) -> tuple[str, str] | None:
    """What is said of a date whose numbers only fit in the other order."""
    if fact.type is not FactType.DATE or orders_possible(text, manner.century) in (frozenset(), {manner.order}):
        return None
    first = "day" if manner.order is Order.DAY_FIRST else "month"
    return OTHER_WAY_ROUND[manner.order], f"Write it such as 2025-03-31, or with the {first} first."


def _any(connection: DuckDBPyConnection, said: str, test: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {identifier(said)} WHERE {test} LIMIT 1").fetchone() is not None


def _changes(connection: DuckDBPyConnection, said: str, fact: Fact, heading: str) -> Iterator[Changed]:
    """What was read as something else than is written: values, none and not known each with their commonest text."""
    found = connection.execute(
        f"SELECT sum(rows::BIGINT), first(text ORDER BY rows::BIGINT DESC, text),"
        f" first(changed ORDER BY rows::BIGINT DESC, text) FROM {identifier(said)}"
        " WHERE changed <> '' GROUP BY state ORDER BY state DESC"
    ).fetchall()
    for rows, text, read_as in found:
        yield Changed(column=heading, fact=fact.name, rows=int(rows), found=" ".join(text.split()), read_as=read_as)
