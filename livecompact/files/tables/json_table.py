"""JSON as a table: every member that any record has is a column."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from livecompact.files.tables.decoding import Looked, text_of
from livecompact.files.tables.grants_json import Flat, flat
from livecompact.files.tables.json_values import JsonStream, records
from livecompact.files.tables.opening import Opened
from livecompact.files.tables.table import TICK_EVERY, Tick
from livecompact.files.unreadable import LIMITS, CannotRead

LINE_ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@dataclass(frozen=True, kw_only=True)
class JsonTable:
    """A JSON file, gone through once for its columns; `several` counts the records with more of a thing than one."""

    opened: Opened
    looked: Looked
    headings: tuple[str, ...]
    several: Mapping[str, int]
    in_records: bool = True

    def notes(self, used: Collection[str]) -> tuple[str, ...]:
        """What is to be told of how it is read."""
        told = [
            f"{count:,} {'record' if count == 1 else 'records'} with more than one of “{heading}”; the first was read."
            for heading, count in self.several.items()
            if any(name == heading or name.startswith(f"{heading}:") for name in used)
        ]
        return (*self.looked.notes, *told)

    def rows(self, tick: Tick) -> Iterator[tuple[int, Sequence[str]]]:
        """Each record's cells, with its number, the first being 1."""
        for number, each in _flat_records(self.opened, self.looked, tick):
            yield number, [each.cells.get(heading, "") for heading in self.headings]


def is_json(opened: Opened, looked: Looked) -> bool:
    """Whether a file is JSON: by how it begins, or by its name."""
    start = looked.start.lstrip()
    begins = start.startswith("{") or (start.startswith("[") and start[1:].lstrip()[:1] in {"{", "[", "]"})
    return begins or opened.name.lower().removesuffix(".gz").endswith((".json", *LINE_ENDINGS))


def json_table(opened: Opened, looked: Looked, tick: Tick) -> JsonTable:
    """A JSON file; CannotRead says what it holds if not records."""
    headings: dict[str, None] = {}
    several: Counter[str] = Counter()
    for _, each in _flat_records(opened, looked, tick):
        headings |= dict.fromkeys(each.cells)
        several.update(each.several)
        if len(headings) > LIMITS.columns:
            says = f"has records with more than {LIMITS.columns:,} different members"
            raise CannotRead(opened.name, says, "Check that it is a list of records.")
    return JsonTable(opened=opened, looked=looked, headings=tuple(headings), several=several)


def _flat_records(opened: Opened, looked: Looked, tick: Tick) -> Iterator[tuple[int, Flat]]:
    lines = opened.name.lower().endswith(LINE_ENDINGS)
    with text_of(opened, looked) as text:
        for number, record in enumerate(records(opened.name, JsonStream(opened.name, text), lines=lines), 1):
            if not isinstance(record, dict):
                says = f"has a record {number:,} that is no object"
                raise CannotRead(opened.name, says, "Write each record as { … }.")
            yield number, flat(record)
            if number % TICK_EVERY == 0:
                tick(text.buffer.raw.done / looked.size)  # type: ignore[attr-defined]
