"""The rows of a table marked with when their organisation had signed, and its last day if it left."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from duckdb import DuckDBPyConnection

from livecompact.files.loading.staging import line, take_in
from livecompact.files.signatories.signatory import Signatories, Signatory
from livecompact.standards.bulk.quoting import identifier

AT_ONCE = 20_000
COLUMNS = {"org": "BIGINT", "starts": "VARCHAR", "ends": "VARCHAR", "signed": "VARCHAR", "left_on": "VARCHAR"}
FIRST, LAST = date.min, date.max


def mark_signed(connection: DuckDBPyConnection, table: str, signed: Iterable[Signatory], day: str | None) -> None:
    """Give a table of rows the columns `signed` and `left_on`: those of its organisation's signature on the row's day.

    `day` is the column that dates a row, if there is one. Of several signatures of an organisation the one that was
    made last by that day counts, or else the first. Both columns are null where the organisation is not in the list;
    it was bound on the days from `signed` to `left_on`, both included.
    """
    named = identifier(table)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE organisations AS"
        f" SELECT row_number() OVER () AS org, organisation_id, organisation"
        f" FROM (SELECT DISTINCT organisation_id, organisation FROM {named})"
    )
    with tempfile.TemporaryDirectory(prefix="livecompact-") as folder:
        texts = Path(folder) / "signatures.txt"
        with texts.open("w", encoding="utf-8", errors="replace", newline="") as out:
            out.writelines(_matched(connection, Signatories(signed)))
        take_in(connection, texts, "signatures", COLUMNS)
    on = f"coalesce({identifier(day)}, DATE '{FIRST}')" if day else f"DATE '{FIRST}'"
    connection.execute(
        f"CREATE OR REPLACE TABLE {identifier(f'{table} with signatures')} AS"
        f" SELECT t.*, s.signed::DATE AS signed, nullif(s.left_on, '')::DATE AS left_on FROM {named} t"
        " JOIN organisations o ON t.organisation_id IS NOT DISTINCT FROM o.organisation_id"
        " AND t.organisation IS NOT DISTINCT FROM o.organisation"
        f" LEFT JOIN signatures s ON o.org = s.org AND {on} >= s.starts::DATE AND {on} < s.ends::DATE"
    )
    connection.execute(f"DROP TABLE {named}")
    connection.execute(f"ALTER TABLE {identifier(f'{table} with signatures')} RENAME TO {named}")
    connection.execute("DROP TABLE organisations")
    connection.execute("DROP TABLE signatures")


def _matched(connection: DuckDBPyConnection, signatories: Signatories) -> Iterator[str]:
    """A line for each signature of each organisation of the rows, with the days for which it counts."""
    connection.execute("SELECT org, organisation_id, organisation FROM organisations")
    while some := connection.fetchmany(AT_ONCE):
        for org, org_id, name in some:
            for starts, ends, each in _spans(signatories.of(org_id or "", name or "")):
                left = each.left_on.isoformat() if each.left_on else ""
                yield line((str(org), starts.isoformat(), ends.isoformat(), each.signed.isoformat(), left))


def _spans(signatures: Sequence[Signatory]) -> Iterator[tuple[date, date, Signatory]]:
    """Each signature with the days for which it is the one to look at: from its own day to that of the next."""
    for n, each in enumerate(signatures):
        starts = each.signed if n else FIRST
        ends = signatures[n + 1].signed if n + 1 < len(signatures) else LAST
        yield starts, ends, each
