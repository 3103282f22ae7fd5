"""Rules of the names by which things are found: each is given once."""

from collections.abc import Iterator, Mapping
from typing import Any

from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.rules.checked import Checked

KEYS = ("id", "term", "role", "code")
"""What a table in a list is known by, the first that it has."""


def names_in_a_list_are_given_once(checked: Checked) -> Iterator[Mistake]:
    """No two tables of a list share the id, term, role or code that they are known by."""
    for document in checked.documents.values():
        for name, tables in document.data.items():
            if name != "undertaking" and isinstance(tables, list):
                yield from _twice(document, name, [table for table in tables if isinstance(table, Mapping)])


def numbers_and_ids_of_promises_are_given_once(checked: Checked) -> Iterator[Mistake]:
    """No two undertakings of an edition share a number or an id, in whatever file they stand."""
    for folder, _ in checked.editions():
        seen: dict[tuple[str, str], str] = {}
        for document, place, table in checked.undertakings(folder):
            for key in ("number", "id"):
                if other := seen.get((key, table[key].casefold())):
                    says = f"The {key} {table[key]} is given twice: first in {other}."
                    yield document.mistake((*place, key), says, "Give each promise its own.")
                where = f"{document.path}, line {document.line_of((*place, key))}"
                seen.setdefault((key, table[key].casefold()), where)


def codes_of_practice_are_given_once(checked: Checked) -> Iterator[Mistake]:
    """No two codes of practice share an id; each is a file of its own."""
    seen: dict[str, str] = {}
    for path, document in checked.documents.items():
        if path.startswith("codes/"):
            if other := seen.get(document.data["id"]):
                says = f"The id {document.data['id']} is given twice: first in {other}."
                yield document.mistake(("id",), says, "Give each code of practice its own.")
            seen.setdefault(document.data["id"], path)


def _twice(document: Document, name: str, tables: list[Mapping[str, Any]]) -> Iterator[Mistake]:
    seen: dict[str, int] = {}
    for at, table in enumerate(tables):
        place: Place = (name, at)
        key = next(key for key in KEYS if key in table)
        line = document.line_of((*place, key))
        if first := seen.get(table[key].casefold()):
            says = f"The {key} “{table[key]}” is given twice: first on line {first}."
            yield document.mistake((*place, key), says, f"Give each {name} its own.")
        seen.setdefault(table[key].casefold(), line)
