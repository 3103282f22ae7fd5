"""On what footing each row stands: the day it is dated by, the edition of that day, and whether its body was bound."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from livecompact.agreements.agreement import Agreement, Edition
from livecompact.files.checking.checked import Footing
from livecompact.files.signatories.binding import mark_signed
from livecompact.files.signatories.signatory import Signatory
from livecompact.kinds.kind import Kind
from livecompact.standards.bulk.quoting import identifier, literal


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What decides the footing: the agreement, the one edition asked for if any, and who has signed if that is told."""

    agreement: Agreement
    edition: Edition | None = None
    signed: Sequence[Signatory] | None = None


def columns_of(connection: DuckDBPyConnection, table: str) -> frozenset[str]:
    """The columns that a table has."""
    described = connection.execute(f"DESCRIBE {identifier(table)}").fetchall()
    return frozenset(str(name) for name, *_ in described)


def mark(connection: DuckDBPyConnection, table: str, kind: Kind, ground: Ground) -> str:
    """A table of the same rows with `day`, `edition`, `footing` and `bound`; gives its name."""
    marked = f"{table} marked"
    known = columns_of(connection, table)
    dated = kind.happens_on in known
    if ground.signed is not None:
        mark_signed(connection, table, ground.signed, kind.happens_on if dated else None)
    day = identifier(kind.happens_on) if dated else "NULL::DATE"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {identifier(marked)} AS"
        f" SELECT *, footing = {literal(Footing.BOUND)} AS bound FROM"
        f" (SELECT *, {day} AS day, {edition_on(day, ground)} AS edition,"
        f" {footing_on(day, ground)} AS footing FROM {identifier(table)})"
    )
    return marked


def edition_on(day: str, ground: Ground) -> str:
    """The SQL of the edition that a row is held against.

    It is the one that had begun last on its day, else the first; a row without a date is held against the newest.
    """
    if ground.edition:
        return literal(ground.edition.id)
    editions = ground.agreement.editions
    cases = [f"WHEN {_begun(day, edition)} THEN {literal(edition.id)}" for edition in reversed(editions)]
    newest = f"WHEN {day} IS NULL THEN {literal(ground.agreement.newest.id)}"
    return f"CASE {newest} {' '.join(cases)} ELSE {literal(editions[0].id)} END"


def footing_on(day: str, ground: Ground) -> str:
    """The SQL of a row's footing: bound, or the first reason why it is only measured as if."""
    if ground.signed is None:
        return literal(Footing.NOT_SIGNED)
    cases = (
        ("signed IS NULL", Footing.NOT_SIGNED),
        (f"{day} IS NULL", Footing.NO_DATE),
        (f"{day} < signed", Footing.BEFORE_SIGNING),
        (f"{day} > left_on", Footing.AFTER_LEAVING),
        (f"NOT ({_in_force(day, ground)})", Footing.OTHER_EDITION),
    )
    whens = " ".join(f"WHEN {test} THEN {literal(what)}" for test, what in cases)
    return f"CASE {whens} ELSE {literal(Footing.BOUND)} END"


def _in_force(day: str, ground: Ground) -> str:
    """Whether the edition that a row is held against was in force on its day."""
    editions = ground.agreement.editions
    begun = [_within(day, edition, later) for edition, later in zip(editions, [*editions[1:], None], strict=True)]
    if ground.edition:
        return begun[editions.index(ground.edition)]
    return " OR ".join(f"({each})" for each in begun)


def _within(day: str, edition: Edition, later: Edition | None) -> str:
    """Whether a day lies in an edition: begun, not ended, and the next one not begun."""
    tests = [_begun(day, edition), _not_after(day, edition.ends)]
    if later:
        tests.append(f"NOT {_begun(day, later)}")
    return _all(tests)


def _begun(day: str, edition: Edition) -> str:
    return "TRUE" if edition.starts is None else f"({day} >= {literal(edition.starts)})"


def _not_after(day: str, last: date | None) -> str:
    return "TRUE" if last is None else f"({day} <= {literal(last)})"


def _all(tests: Iterable[str]) -> str:
    return " AND ".join(tests)
