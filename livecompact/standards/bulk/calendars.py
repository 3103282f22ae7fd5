"""Working days in queries: the days of a calendar as two lists in a table of one row, which a query looks up by place.

Measured against joins with a table of days and against lists written into the query, this was the fastest.
"""

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from duckdb import DuckDBPyConnection

from livecompact.standards.bulk.quoting import identifier, literal
from livecompact.standards.calendar import Calendar


@dataclass(frozen=True)
class Worked:
    """The working days of one calendar, as a query finds them; what lies outside the calendar is NULL.

    The table holds `days`, every working day in order, and `counted`, whose n-th number is how many of them lie before
    the n-th day of the calendar.
    """

    calendar: Calendar

    @property
    def name(self) -> str:
        """The name of the table that holds the lists."""
        return f"working days {self.calendar.nation} {self.calendar.version}"

    @property
    def table(self) -> str:
        """That name as a query writes it."""
        return identifier(self.name)

    def day_after(self, day: str, count: int) -> str:
        """The `count`-th working day later than a day."""
        if count > len(self.calendar.working_days):
            return "NULL::DATE"
        return f"(CASE WHEN {self._knows(day)} THEN {self.table}.days[{self._to(day)} + {count}] END)"

    def latest_day_before(self, day: str, count: int) -> str:
        """The latest day from which `count` working days later is not after a day."""
        if count > len(self.calendar.working_days):
            return "NULL::DATE"
        enough = f"{self._knows(day)} AND {self._to(day)} >= {count}"
        return f"(CASE WHEN {enough} THEN {self.table}.days[{self._to(day)} - {count - 1}] - 1 END)"

    def count_between(self, first: str, last: str, *, first_day: bool = True) -> str:
        """How many working days there are from one day to another; the last is counted, the first where it is said."""
        known = f"{self._knows(first)} AND {self._knows(last)}"
        return (
            f"(CASE WHEN {known} THEN {self._to(last)} - {self._before(first) if first_day else self._to(first)} END)"
        )

    def hold(self, connection: DuckDBPyConnection) -> None:
        """Put the two lists into a temporary table of the connection, once."""
        there = "SELECT 1 FROM duckdb_tables() WHERE temporary AND table_name = $name"
        if connection.execute(there, {"name": self.name}).fetchone():
            return
        lists = "SELECT CAST($days AS DATE[]) AS days, CAST($counted AS INTEGER[]) AS counted"
        connection.execute(
            f"CREATE TEMP TABLE {self.table} AS {lists}",
            {"days": _listed(self.calendar.working_days), "counted": _listed(counted(self.calendar))},
        )

    def _knows(self, day: str) -> str:
        return f"{day} BETWEEN {literal(self.calendar.first)} AND {literal(self.calendar.last)}"

    def _to(self, day: str) -> str:
        """How many working days there are up to a day; lists begin at 1, so the next place is two later."""
        return f"{self.table}.counted[{day} - {literal(self.calendar.first)} + 2]"

    def _before(self, day: str) -> str:
        return f"{self.table}.counted[{day} - {literal(self.calendar.first)} + 1]"


def counted(calendar: Calendar) -> tuple[int, ...]:
    """How many working days lie before each day of a calendar, and before the day after its last."""
    worked = frozenset(calendar.working_days)
    days = (date.fromordinal(n) for n in range(calendar.first.toordinal(), calendar.last.toordinal() + 1))
    return tuple(accumulate((day in worked for day in days), initial=0))


def _listed(items: tuple[object, ...]) -> str:
    """A list as one text: a list given as such takes DuckDB seconds to bind."""
    return f"[{', '.join(str(item) for item in items)}]"
