"""The list of cells that could not be read: which, what they say, and what would be right."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from livecompact.files.cells.amounts import IN_POUNDS, OTHER_CURRENCY
from livecompact.files.columns.recognising import Recognised, letters
from livecompact.files.loading.fact_columns import UNREAD, FactColumn
from livecompact.files.loading.loaded import PROBLEMS
from livecompact.files.loading.staging import Staged
from livecompact.standards.bulk.quoting import identifier, literal

SHOWN = 80
"""How many letters of a cell are shown."""
TOO_MANY_CELLS = "This row has more cells than there are headings."
QUOTE_IT = "Put quotation marks round a cell that has the delimiter in it, or give this column a heading."


def start_list(connection: DuckDBPyConnection) -> None:
    """Make the list, empty."""
    columns = "file_row BIGINT, cell VARCHAR, column_name VARCHAR, value VARCHAR, says VARCHAR, mend VARCHAR"
    connection.execute(f"CREATE OR REPLACE TABLE {PROBLEMS} (source VARCHAR, {columns})")


@dataclass(frozen=True, kw_only=True)
class Lister:
    """Lists what cannot be read of one file."""

    connection: DuckDBPyConnection
    source: str
    staged: Staged
    found: Recognised
    in_records: bool

    def unread(self, column: FactColumn) -> None:
        """List the cells of one column that could not be read, but for rows whose cells are out of place."""
        place = self.found.facts[column.fact.name]
        joined = f"JOIN {identifier(column.table)} s ON {self._said(place)} = s.text"
        joined += f" WHERE s.state = {literal(UNREAD)} AND beyond = ''"
        self._list(self._cell(place), column.heading, value="s.text", says="s.says", mend="s.mend", where=joined)

    def overlong(self) -> None:
        """List the rows that have more cells than there are headings: nobody can tell what their cells mean."""
        says, mend = literal(TOO_MANY_CELLS), literal(QUOTE_IT)
        self._list("beyond || file_row", "", value="beyond_text", says=says, mend=mend, where="WHERE beyond <> ''")

    def foreign(self) -> None:
        """List the rows whose amounts are said to be in another currency than pounds."""
        if (place := self.found.currency) is None:
            return
        said, says, mend = self._said(place), literal(OTHER_CURRENCY), literal(IN_POUNDS)
        heading = self.found.headings[place]
        self._list(
            self._cell(place),
            heading,
            value=said,
            says=says,
            mend=mend,
            where=f"WHERE beyond = '' AND NOT {is_pounds(said)}",
        )

    def _list(self, cell: str, heading: str, *, value: str, says: str, mend: str, where: str) -> None:
        """Add rows to the list; all but the heading is SQL."""
        text = f"trim({value})"
        shown = f"CASE WHEN length({text}) > {SHOWN} THEN left({text}, {SHOWN - 1}) || '…' ELSE {text} END"
        self.connection.execute(
            f"INSERT INTO {PROBLEMS} SELECT $source, file_row, {cell}, $heading, {shown}, {says}, {mend}"
            f" FROM {identifier(self.staged.table)} t {where} ORDER BY file_row",
            {"source": self.source, "heading": heading},
        )

    def _said(self, place: int) -> str:
        return f"t.{self.staged.column(place)}"

    def _cell(self, place: int) -> str:
        return "'record ' || file_row" if self.in_records else f"{literal(letters(place))} || file_row"


def is_pounds(said: str) -> str:
    """The SQL of whether the text of a currency's column means pounds; a blank does."""
    return f"(upper(trim({said})) IN ('', 'GBP', '£', 'POUND', 'POUNDS'))"
