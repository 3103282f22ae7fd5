"""The facts that a finding compared, in one line: `because.because` as a query."""

from livecompact.standards.because import asked, compared
from livecompact.standards.bulk.columns import Columns
from livecompact.standards.bulk.quoting import literal
from livecompact.standards.facts import FactType
from livecompact.standards.standard import Standard


def because(standard: Standard, columns: Columns) -> str:
    """The facts that a standard compared, those that are known, and what it asks."""
    facts = [_shown(name, standard.setting.facts[name].type, columns) for name in compared(standard)]
    return f"concat_ws(' ', {', '.join([*facts, *map(literal, asked(standard))])})"


def _shown(fact: str, kind: FactType, columns: Columns) -> str:
    """A fact as "name=value"; NULL, which is left out, where it is not known."""
    named = literal(f"{fact}=")
    text = f"{named} || {_as_text(columns.value(fact), kind)}"
    return f"CASE WHEN {columns.is_none(fact)} THEN {named} || 'none' ELSE {text} END"


def _as_text(value: str, kind: FactType) -> str:
    match kind:
        case FactType.FLAG:
            return f"CASE {value} WHEN TRUE THEN 'yes' WHEN FALSE THEN 'no' END"
        case FactType.TEXT:
            return f"CASE WHEN {value} IS NOT NULL THEN 'given' END"
        case FactType.NUMBER | FactType.AMOUNT:
            return f"rtrim(rtrim(CAST({value} AS VARCHAR), '0'), '.')"
    return f"CAST({value} AS VARCHAR)"
