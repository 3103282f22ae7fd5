"""Rule of the official words, where an area has loaded them: our rendering keeps their qualifiers."""

from collections.abc import Iterator, Mapping
from typing import Any

from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.plainness import qualifiers_in
from livecompact.agreements.rules.checked import Checked


def official_words_belong_to_promises(checked: Checked) -> Iterator[Mistake]:
    """Every official text belongs to a promise, and keeps the qualifiers that our rendering and `way_out` name."""
    for folder, edition in checked.editions():
        official = checked.documents.get(f"{folder}/wording.toml")
        if official is None:
            continue
        numbers = {undertaking.number for undertaking in edition.undertakings}
        for number in official.data["official"]:
            if number not in numbers:
                says = f"There is no promise {number}."
                yield official.mistake(("official", number), says, "Write a number of this edition.")
        for document, place, table in checked.undertakings(folder):
            if text := official.data["official"].get(table["number"]):
                yield from _qualifiers_differ(document, place, table, text)


def _qualifiers_differ(document: Document, place: Place, table: Mapping[str, Any], official: str) -> Iterator[Mistake]:
    text = " ".join(official.lower().split())
    for words in table["way_out"]:
        if words.lower() not in text:
            says = f"The way out “{words}” of promise {table['number']} is not in its official words."
            yield document.mistake((*place, "way_out"), says, "Use the text's own words.")
    ours, theirs = set(qualifiers_in(table["wording"])), set(qualifiers_in(official))
    for missing in sorted(theirs - ours):
        says = f"The official words of {table['number']} say “{missing}”; our wording does not."
        yield document.mistake((*place, "wording"), says, "Keep it, so that the promise gets no harder.")
    for added in sorted(ours - theirs):
        says = f"Our wording of {table['number']} says “{added}”; the official words do not."
        yield document.mistake((*place, "wording"), says, "Take it away, so that the promise gets no softer.")
