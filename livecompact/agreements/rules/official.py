"""Rules of the official words, where an area has loaded them: our rendering keeps their qualifiers."""

from collections.abc import Iterator, Mapping
from typing import Any

from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake, perhaps
from livecompact.agreements.plainness import folded, qualifiers_in
from livecompact.agreements.rules.checked import Checked


def official_words_belong_to_promises(checked: Checked) -> Iterator[Mistake]:
    """Every official text belongs to a promise of its edition."""
    for folder, edition in checked.editions():
        numbers = [undertaking.number for undertaking in edition.undertakings]
        document = checked.documents.get(f"{folder}/wording.toml")
        for number in document.data["official"] if document else ():
            if document and number not in numbers:
                mend = f"{perhaps(number, numbers)}Write a number of this edition."
                yield document.mistake(("official", number), f"There is no promise {number}.", mend)


def renderings_keep_the_qualifiers(checked: Checked) -> Iterator[Mistake]:
    """`way_out` is in the official words, and our wording makes a promise neither harder nor softer."""
    for folder, edition in checked.editions():
        official = {undertaking.number: undertaking.official for undertaking in edition.undertakings}
        for document, place, table in checked.undertakings(folder):
            if text := official[table["number"]]:
                yield from _other_ways_out(document, place, table, text)
                yield from _other_qualifiers(document, place, table, text)


def _other_ways_out(document: Document, place: Place, table: Mapping[str, Any], official: str) -> Iterator[Mistake]:
    for at, words in enumerate(table["way_out"]):
        if folded(words) not in folded(official):
            says = f"The way out “{words}” of promise {table['number']} is not in its official words."
            yield document.mistake((*place, "way_out", at), says, "Use the text's own words.")


def _other_qualifiers(document: Document, place: Place, table: Mapping[str, Any], official: str) -> Iterator[Mistake]:
    ours, theirs = set(qualifiers_in(table["wording"])), set(qualifiers_in(official))
    for missing in sorted(theirs - ours):
        says = f"The official words of promise {table['number']} say “{missing}”; our wording does not."
        yield document.mistake((*place, "wording"), says, "Keep it, so that the promise gets no harder.")
    for added in sorted(ours - theirs):
        says = f"Our wording of promise {table['number']} says “{added}”; the official words do not."
        yield document.mistake((*place, "wording"), says, "Take it away, so that the promise gets no softer.")
