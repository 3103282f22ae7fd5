"""What one standard asks of every dealing: a query with one column an answer, TRUE, FALSE or NULL for not known."""

from collections.abc import Iterable, Iterator
from datetime import date

from livecompact.standards.bulk import dates, measuring
from livecompact.standards.bulk.answers import sql
from livecompact.standards.bulk.because import because
from livecompact.standards.bulk.calendars import Worked
from livecompact.standards.bulk.columns import Columns
from livecompact.standards.bulk.quoting import literal
from livecompact.standards.facts import FactType
from livecompact.standards.language import OpenFor, Several, walk
from livecompact.standards.standard import Side, Standard


def questions(standard: Standard, today: date) -> str:
    """What one standard asks of each dealing of an organisation that it binds, of a day on which it held."""
    worked = Worked(standard.setting.calendar)
    columns = Columns(worked)
    asked = {
        '"row"': '"row"',
        "bound": "coalesce(bound, FALSE)",
        "kind": literal(standard.of),
        "undertaking": literal(standard.undertaking),
        "standard": literal(standard.code),
        "gives_verdicts": literal(standard.gives_verdicts),
        "has_way_out": literal(standard.has_way_out),
        "judged_by_people": literal(standard.judged_by_people),
        "has_due": literal(bool(standard.due)),
        "applies": sql(standard.when, Columns(worked, standard.setting.presumed)) if standard.when else "TRUE",
        "kept": sql(standard.kept, columns),
        "excuse": sql(standard.unless, columns) if standard.unless else "FALSE",
        "due": _chosen("least", (columns.day(phrase) for phrase in standard.due)),
        "come": _chosen("greatest", _days_to_come(standard, columns)),
        "contradiction": _contradiction(standard, columns),
        "has_unless": literal(standard.unless is not None),
        "told": _told(standard, columns),
        "because": because(standard, columns),
        "measured": measuring.measured(standard, columns),
        "short_by": measuring.short_by(standard, columns),
    }
    found = ",\n    ".join(f"{answer} AS {name}" for name, answer in asked.items())
    calendar = f" CROSS JOIN {worked.table}" if worked.table in found else ""
    return f"SELECT {found}\n  FROM facts{calendar}\n  WHERE {_binds(standard)}{_in_force(standard, columns, today)}"


def _binds(standard: Standard) -> str:
    """Whether it binds the side and the organisation that acted; unsaid, the side that acts in this kind of dealing."""
    setting = standard.setting
    acted = f"coalesce(side, {literal(setting.acted_by.value)})"
    bound = "TRUE" if setting.binds is Side.JOINT else f"{acted} = {literal(setting.binds.value)}"
    if not setting.only:
        return bound
    only = ", ".join(literal(organisation) for organisation in setting.only)
    return f"{bound} AND coalesce(organisation_id, '') IN ('', {only})"


def _in_force(standard: Standard, columns: Columns, today: date) -> str:
    """Whether the standard held on the day of the dealing; today's standards hold for one without a day."""
    dated_by = standard.setting.dated_by
    day = f"coalesce({columns.value(dated_by)}, {literal(today)})" if dated_by else literal(today)
    since = f" AND {day} >= {literal(standard.since)}" if standard.since else ""
    until = f" AND {day} <= {literal(standard.until)}" if standard.until else ""
    return since + until


def _days_to_come(standard: Standard, columns: Columns) -> Iterator[str]:
    """The days that must have come before `kept` can be said to be met: a closing day must be over."""
    facts = standard.setting.facts
    for test in walk(standard.kept):
        if not isinstance(test, Several):
            yield from (columns.value(name) for name in test.facts() if facts[name].type is FactType.DATE)
        if isinstance(test, OpenFor):
            yield dates.next_day(columns.value(test.closes))


def _contradiction(standard: Standard, columns: Columns) -> str:
    """The sentence of the first rule of the kind that the weighed dates break; NULL where they stand."""
    broken = (
        f"WHEN {columns.value(rule.fact)} < {columns.value(rule.cannot_precede)} THEN {literal(rule.say)}"
        for rule in standard.setting.never
        if rule.names() <= standard.weighed
    )
    cases = " ".join(broken)
    return f"CASE {cases} END" if cases else "CAST(NULL AS VARCHAR)"


def _told(standard: Standard, columns: Columns) -> str:
    """Where there is no `unless`: TRUE where one of its reasons is given, FALSE where each is none, else NULL."""
    if not standard.reasons:
        return "CAST(NULL AS BOOLEAN)"
    given = " OR ".join(f"{columns.value(name)} IS NOT NULL" for name in standard.reasons)
    none = " AND ".join(columns.is_none(name) for name in standard.reasons)
    return f"CASE WHEN {given} THEN TRUE WHEN {none} THEN FALSE END"


def _chosen(function: str, days: Iterable[str]) -> str:
    """The least or greatest of the days that are known."""
    known = tuple(dict.fromkeys(days))
    return f"{function}({', '.join(known)})" if known else "CAST(NULL AS DATE)"
