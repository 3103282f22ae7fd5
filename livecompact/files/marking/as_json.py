"""JSON given back letter by letter as it was sent, with three members more in each record."""

import json
from typing import TextIO

from livecompact.files.marking.notes import ADDED, NOTHING_TOLD, Notes
from livecompact.files.tables.decoding import text_of
from livecompact.files.tables.json_table import LINE_ENDINGS, JsonTable
from livecompact.files.tables.json_values import JsonStream, records


def mark_json(table: JsonTable, notes: Notes, out: TextIO) -> None:
    """Write a JSON file again, a package around its records too, with what is told in each of them."""
    opened = table.opened
    with text_of(opened, table.looked) as text:
        stream = JsonStream(opened.name, text, keeps=True)
        lines = opened.name.lower().endswith(LINE_ENDINGS)
        for number, record in enumerate(records(opened.name, stream, lines=lines), 1):
            passed = stream.passed()
            if isinstance(record, dict):
                told = dict(zip(ADDED, notes.get(number, NOTHING_TOLD).texts, strict=True))
                passed = _with_members(passed, told, was_marked=tuple(record)[-len(ADDED) :] == ADDED)
            out.write(passed)
        out.write(stream.rest())


def _with_members(passed: str, told: dict[str, str], *, was_marked: bool) -> str:
    """The text up to the end of a record, with some members before its closing bracket."""
    before, _, after = passed.rpartition("}")
    if was_marked:
        before = before[: before.rindex(f'"{ADDED[0]}"')].rstrip().removesuffix(",")
    before, members = before.rstrip(), json.dumps(told, ensure_ascii=False)[1:-1]
    return f"{before}{'' if before.endswith('{') else ', '}{members}}}{after}"
