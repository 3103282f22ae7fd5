"""A column of texts as facts: each different text is read once, however many rows have it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from duckdb import DuckDBPyConnection

from livecompact.files.cells.cell import Manner, as_read, is_changed, read_cell
from livecompact.files.cells.date_order import order_of
from livecompact.files.cells.dates import OTHER_WAY_ROUND, Order, orders_possible
from livecompact.files.cells.plain_numbers import digits, is_plain, is_rewritten
from livecompact.files.loading.loaded import Changed
from livecompact.files.loading.staging import line, take_in
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
NUMBERS = (FactType.NUMBER, FactType.AMOUNT)
READ = "texts_read"
COLUMNS = ("text", "rows", "state", "value", "says", "mend", "changed")
VALUE, IS_NONE, UNKNOWN, UNREAD = "value", "none", "not known", "unread"
CHANGED = "changed"
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
    said, texts = f"said by {column}", f"texts of {column}"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {identifier(texts)} AS SELECT {identifier(column)} AS text, count(*) AS rows,"
        f" {_plain(fact, manner, column)} AS plain FROM {identifier(staged)} GROUP BY ALL"
    )
    notes: tuple[str, ...] = ()
    if fact.type is FactType.DATE:
        order, notes = (order, ()) if order else order_of(heading, _to_read(connection, texts), manner.century)
        manner = replace(manner, order=order)
    file = folder / "read.txt"
    with file.open("w", encoding="utf-8", newline="", buffering=1 << 20) as out:
        out.writelines(line(_read(fact, text, rows, manner)) for text, rows in _to_read(connection, texts))
    take_in(connection, file, READ, dict.fromkeys(COLUMNS, "VARCHAR"))
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {identifier(said)} AS SELECT * REPLACE"
        f" (rows::BIGINT AS rows, CASE WHEN state = {literal(VALUE)} THEN {typed(fact.type, 'value')} END AS value)"
        f" FROM (FROM {READ} UNION ALL SELECT text, rows, {literal(VALUE)}, {digits('text')}, '', '',"
        f" CASE WHEN {is_rewritten('text')} THEN {literal(CHANGED)} ELSE '' END FROM {identifier(texts)} WHERE plain)"
    )
    connection.execute(f"DROP TABLE {identifier(texts)}")
    return FactColumn(
        fact=fact,
        heading=heading,
        table=said,
        any_none=_any(connection, said, f"state = {literal(IS_NONE)}"),
        changes=tuple(_changes(connection, said, fact, heading, manner)),
        notes=notes,
    )


def typed(type_: FactType, text: str) -> str:
    """The SQL of a text as a fact's type.

    Numbers of an ordinary length go a way that is a hundred times faster.
    """
    cast = f"CAST({text} AS {TYPES[type_]})"
    return f"coalesce(TRY_CAST({text} AS DECIMAL(18,6)), {cast})" if type_ in NUMBERS else cast


def _plain(fact: Fact, manner: Manner, column: str) -> str:
    """The SQL of whether a text can be left to DuckDB: a plain number, where this publisher has no words of its own."""
    return "FALSE" if manner.none or manner.unsaid else is_plain(fact.type, identifier(column))


def _to_read(connection: DuckDBPyConnection, texts: str) -> Iterator[tuple[str, int]]:
    """Every other text with its number of rows, a few thousand at a time."""
    connection.execute(f"SELECT text, rows FROM {identifier(texts)} WHERE NOT plain")
    while some := connection.fetchmany(AT_ONCE):
        yield from some


def _read(fact: Fact, text: str, rows: int, manner: Manner) -> tuple[str, ...]:
    """The line of one text, in the order of COLUMNS."""
    try:
        value = read_cell(fact, text, manner)
    except CannotReadCell as error:
        says, mend = _other_way_round(fact, text, manner) or (error.says, error.mend)
        return text, str(rows), UNREAD, "", says, mend, ""
    changed = CHANGED if is_changed(fact, text, value) else ""
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


def _changes(connection: DuckDBPyConnection, said: str, fact: Fact, heading: str, manner: Manner) -> Iterator[Changed]:
    """What was read as something else than is written: values, none and not known each with their commonest text."""
    found = connection.execute(
        f"SELECT sum(rows), first(text ORDER BY rows DESC, length(text), text), sum(rows) - max(rows)"
        f" FROM {identifier(said)} WHERE changed = {literal(CHANGED)} GROUP BY state ORDER BY state DESC"
    ).fetchall()
    for rows, text, others in found:
        read_as, shown = as_read(read_cell(fact, text, manner)), " ".join(text.split())
        yield Changed(column=heading, fact=fact.name, rows=int(rows), others=int(others), found=shown, read_as=read_as)
