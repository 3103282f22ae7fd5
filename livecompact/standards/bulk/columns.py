"""Where the facts of dealings stand in a query: one column for the value, one that says whether it is none."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from livecompact.standards.bulk import dates
from livecompact.standards.bulk.calendars import Worked
from livecompact.standards.bulk.quoting import identifier, literal
from livecompact.standards.facts import Fact, FactType
from livecompact.standards.language import DatePhrase

COLUMN_TYPES = {
    FactType.DATE: "DATE",
    FactType.NUMBER: "DECIMAL(28,6)",
    FactType.AMOUNT: "DECIMAL(28,6)",
    FactType.TEXT: "VARCHAR",
    FactType.FLAG: "BOOLEAN",
    FactType.CHOICE: "VARCHAR",
}


@dataclass(frozen=True)
class Columns:
    """The columns that a test looks at; in `presumed`, flags that count as said where nobody stated them."""

    worked: Worked
    presumed: Mapping[str, bool] = field(default_factory=dict)

    def value(self, fact: str) -> str:
        """The value of a fact; NULL where it has none, or is not known."""
        column = identifier(fact)
        return f"coalesce({column}, {literal(self.presumed[fact])})" if fact in self.presumed else column

    def is_none(self, fact: str) -> str:
        """Whether a fact is none; never NULL."""
        return identifier(none_column(fact))

    def day(self, phrase: DatePhrase) -> str:
        """The date that a phrase names; NULL where its fact is none, or it is not known."""
        day = self.value(phrase.fact)
        if phrase.period is None:
            return day
        count = dates.after if phrase.side == "after" else dates.before
        return count(phrase.period, day, self.worked)


def none_column(fact: str) -> str:
    """The name of the column that says whether a fact is none.

    >>> none_column("rationale")
    'rationale__none'
    """
    return f"{fact}__none"


def fact_columns(fact: Fact, held: Collection[str]) -> str:
    """The two columns of a fact as every query wants them, out of a table that holds some columns.

    A column that is not there is not known, or never none. A fact that is none has no value, and a date that Python
    cannot count with is not known.
    """
    column, none, kind = identifier(fact.name), identifier(none_column(fact.name)), COLUMN_TYPES[fact.type]
    is_none = f"coalesce({none}, FALSE)" if none_column(fact.name) in held else "FALSE"
    value = f"CAST({column} AS {kind})" if fact.name in held else f"CAST(NULL AS {kind})"
    has_value = [f"NOT {is_none}"] if is_none != "FALSE" else []
    if fact.type is FactType.DATE and fact.name in held:
        has_value.append(f"{value} BETWEEN {literal(date.min)} AND {literal(date.max)}")
    if has_value:
        value = f"CASE WHEN {' AND '.join(has_value)} THEN {value} END"
    return f"{value} AS {column}, {is_none} AS {none}"
