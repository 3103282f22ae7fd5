"""Verdicts on files and millions: every word of the language as DuckDB SQL, one query a kind of dealing.

The verdicts are those of `judging`, which is the reference; generated tests hold the two together.
"""

from collections.abc import Sequence
from datetime import date

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from livecompact.standards.bulk.calendars import Worked
from livecompact.standards.bulk.measuring import Measure, measure, shortfall
from livecompact.standards.bulk.quoting import identifier
from livecompact.standards.bulk.verdicts import query
from livecompact.standards.standard import Standard

__all__ = ["Measure", "findings", "measure", "shortfall"]


def findings(
    connection: DuckDBPyConnection, table: str, standards: Sequence[Standard], today: date
) -> DuckDBPyRelation:
    """What standards of one kind say of every dealing of a table on one day: a relation, run when it is read.

    The table holds `row`, a number; for each fact of the kind a column of its name, and one of its name and `__none`,
    which is true where the fact is none (a column that is missing is not known, or never none); and may hold `side`,
    `organisation_id` and `bound`. A finding has the columns `row, kind, undertaking, standard, verdict, met, reason,
    because, contradiction, settles_on, would_be, measured, short_by, applies`: `verdict` is NULL where the organisation
    is not bound or the standard only advises, `would_be` is what it would be if it were bound, and `applies` is false
    where it is not known whether the standard applies.
    """
    held = connection.sql(f"SELECT * FROM {identifier(table)} LIMIT 0").columns
    asked = query(table, held, standards, today)
    for worked in {Worked(standard.setting.calendar) for standard in standards}:
        if worked.table in asked:
            worked.hold(connection)
    return connection.sql(asked)
