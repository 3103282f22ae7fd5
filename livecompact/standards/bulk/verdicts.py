"""What standards say of every dealing of a table: `judging.judge` as one query, in the same order.

Each standard answers for itself in `answers` (questions.py); settling and judging are then the same for all of them.
"""

from collections.abc import Collection, Sequence
from datetime import date

from livecompact.standards.bulk import dates
from livecompact.standards.bulk.columns import fact_columns
from livecompact.standards.bulk.questions import questions
from livecompact.standards.bulk.quoting import identifier, literal
from livecompact.standards.standard import Standard

WHO_ACTED = {"bound": "BOOLEAN", "side": "VARCHAR", "organisation_id": "VARCHAR"}
"""The columns that say who acted; each may be missing from a table."""

COLUMNS = {
    "row": "BIGINT",
    "kind": "VARCHAR",
    "undertaking": "VARCHAR",
    "standard": "VARCHAR",
    "verdict": "VARCHAR",
    "met": "VARCHAR",
    "reason": "VARCHAR",
    "because": "VARCHAR",
    "contradiction": "VARCHAR",
    "settles_on": "DATE",
    "would_be": "VARCHAR",
    "measured": "DECIMAL(38,6)",
    "short_by": "DECIMAL(38,6)",
    "applies": "BOOLEAN",
}
"""The columns of findings."""

SETTLED = f"""
  SELECT *,
    CASE WHEN has_unless THEN excuse ELSE told END AS has_reason,
    CASE
      WHEN contradiction IS NOT NULL OR due IS NULL OR (kept AND come IS NULL) THEN NULL
      WHEN kept THEN least({dates.next_day("due")}, come)
      ELSE {dates.next_day("due")}
    END AS settles_on,
    CASE
      WHEN contradiction IS NOT NULL THEN 'no evidence'
      WHEN kept THEN 'kept'
      WHEN NOT kept AND excuse AND has_way_out THEN 'explained'
      WHEN NOT kept AND excuse IS NOT NULL AND applies AND NOT judged_by_people THEN 'not kept'
      ELSE 'no evidence'
    END AS forecast
  FROM answers
  WHERE applies IS DISTINCT FROM FALSE"""

JUDGED = """
  SELECT *,
    CASE
      WHEN NOT gives_verdicts THEN NULL
      WHEN contradiction IS NULL AND kept IS DISTINCT FROM TRUE AND has_due AND due IS NULL THEN 'no evidence'
      WHEN {today} < settles_on THEN 'not yet due'
      ELSE forecast
    END AS would_be
  FROM settled"""

FINDINGS = """
SELECT "row", kind, undertaking, standard,
  CASE WHEN bound THEN would_be END AS verdict,
  CASE WHEN contradiction IS NOT NULL OR kept IS NULL THEN 'not known' WHEN kept THEN 'yes' ELSE 'no' END AS met,
  CASE WHEN has_reason THEN 'given' WHEN NOT has_reason THEN 'none' ELSE 'not known' END AS reason,
  because, contradiction, settles_on, would_be, measured, short_by, coalesce(applies, FALSE) AS applies
FROM judged"""


def query(table: str, held: Collection[str], standards: Sequence[Standard], today: date) -> str:
    """The one query that gives the findings of standards on a table that holds some columns.

    With no standards it finds nothing.
    """
    if not standards:
        nothing = (f"CAST(NULL AS {kind}) AS {identifier(name)}" for name, kind in COLUMNS.items())
        return f"SELECT {', '.join(nothing)} LIMIT 0"
    steps = {
        "facts": _facts(table, held, standards),
        "answers": "\n  UNION ALL\n  ".join(questions(standard, today) for standard in standards),
        "settled": SETTLED,
        "judged": JUDGED.format(today=literal(today)),
    }
    named = (f"{name} AS NOT MATERIALIZED (\n  {step.strip()}\n)" for name, step in steps.items())
    return f"WITH {',\n'.join(named)}{FINDINGS}"


def _facts(table: str, held: Collection[str], standards: Sequence[Standard]) -> str:
    """Every fact that the standards look at, and who acted, whether the table holds it or not."""
    looked_at = (name for standard in standards for name in (*standard.facts, standard.setting.dated_by) if name)
    known = {name: fact for standard in standards for name, fact in standard.setting.facts.items()}
    facts = {name: known[name] for name in looked_at}
    who = (name if name in held else f"CAST(NULL AS {kind}) AS {name}" for name, kind in WHO_ACTED.items())
    columns = ['"row"', *who, *(fact_columns(fact, held) for fact in facts.values())]
    return f"SELECT {', '.join(columns)} FROM {identifier(table)}"
