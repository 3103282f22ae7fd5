"""One line a finding, for whoever goes on working with them: the query that a file of findings is written from.

Only standards that give verdicts are in it. Where a body is not bound `verdict` is empty, and `met` and `reason` tell
how its row would stand.
"""

from collections.abc import Sequence

from livecompact.files.checking.check import Judged
from livecompact.files.loading.loaded import Source
from livecompact.files.report.outputs import shown_in_a_cell
from livecompact.standards.bulk.quoting import identifier, literal

COLUMNS = ("row", "kind", "undertaking", "standard", "verdict", "met", "reason", "because")


def finding_lines(judged: Sequence[Judged], sources: Sequence[Source], *, in_cells: bool) -> str:
    """The SQL of the lines, in the order of the rows.

    `in_cells` is for CSV: what comes from the file and begins like a formula is written so that none runs it. Where
    the files have references of their own these stand at the end, as `identifier`; of several files, `file` says which.
    """
    columns = [identifier(name) for name in COLUMNS]
    if len(sources) > 1:
        columns.insert(0, "file")
    if any("identifier" in source.recognised.values() for source in sources):
        columns.append("identifier")
    lines = " UNION ALL ".join(_lines(each, in_cells=in_cells) for each in judged)
    return f"SELECT {', '.join(columns)} FROM ({lines}) ORDER BY place, turn"


def _lines(judged: Judged, *, in_cells: bool) -> str:
    codes = [literal(s.code) for s in judged.edition.standards_for(judged.kind.name) if s.gives_verdicts]
    file, reference = "r.source", "r.identifier"
    if in_cells:
        file, reference = shown_in_a_cell(file), shown_in_a_cell(reference)
    told = ", ".join(f"f.{name}" for name in COLUMNS[1:])
    return (
        f"SELECT {file} AS file, r.file_row AS row, {told}, {reference} AS identifier, r.row AS place,"
        f" list_position([{', '.join(codes)}], f.standard) AS turn"
        f" FROM {identifier(judged.tally.findings)} f JOIN {identifier(judged.tally.rows)} r ON f.row = r.row"
        f" WHERE f.standard IN ({', '.join(codes) or 'NULL'})"
    )
