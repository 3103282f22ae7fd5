"""Rules of the area's own numbers: who may give one, and that the area has agreed it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.rules.checked import Checked
from livecompact.standards.standard import Basis, Standard

ADOPT = 'Add adopted = { on = 2026-04-01, by = "…", minute = "…" }, or call the number `suggested`.'


def only_local_standards_leave_their_number_to_the_area(checked: Checked) -> Iterator[Mistake]:
    """A standard out of the text, or a tip, has its number in its own words and no decision beside it."""
    for document, place, standard, table in _with_tables(checked):
        if standard.basis is Basis.LOCAL:
            continue
        for key in (key for key in ("number", "suggested", "adopted") if key in table):
            says = f"“{standard.code}” is not local, so it has no `{key}`."
            yield document.mistake((*place, key), says, 'Write basis = "local", or take it away.')
        if has_place_for_number(table):
            says = f"“{standard.code}” leaves its number to the area with {{suggested}}, but is not local."
            yield document.mistake((*place, "basis"), says, 'Write basis = "local", or the number itself.')


def local_numbers_are_adopted(checked: Checked) -> Iterator[Mistake]:
    """A local standard has a number only with the decision that adopted it.

    A decision that names no number leaves open what was agreed, so it does not adopt our suggestion.
    """
    for document, place, standard, table in _with_tables(checked):
        if standard.basis is not Basis.LOCAL:
            continue
        if "number" in table and "adopted" not in table:
            says = f"“{standard.code}” has a local number, but nobody has adopted it."
            yield document.mistake((*place, "number"), says, ADOPT)
        if "adopted" in table and "number" not in table and has_place_for_number(table):
            says = f"“{standard.code}” is adopted, but does not say with which number."
            suggested = json.dumps(table.get("suggested", "12 weeks"), ensure_ascii=False)
            yield document.mistake((*place, "adopted"), says, f"Add number = {suggested}, or what else was agreed.")


def numbers_are_used(checked: Checked) -> Iterator[Mistake]:
    """A number that a standard gives stands for {suggested} somewhere in its tests; else it would count for nothing."""
    for document, place, standard, table in _with_tables(checked):
        for key in ("number", "suggested"):
            if key in table and not has_place_for_number(table):
                says = f"“{standard.code}” gives a `{key}` that none of its tests uses."
                yield document.mistake((*place, key), says, "Write {suggested} in a test, or take the number away.")


def has_place_for_number(table: Mapping[str, Any]) -> bool:
    """Whether a standard's tests or its due day have a place for the area's own number."""
    asked = {key: table[key] for key in ("kept", "when", "unless", "due") if key in table}
    return "{suggested}" in json.dumps(asked, default=str)


def _with_tables(checked: Checked) -> Iterator[tuple[Document, Place, Standard, Mapping[str, Any]]]:
    for document, place, standard in checked.standards():
        yield document, place, standard, document.data["standard"][place[1]]
