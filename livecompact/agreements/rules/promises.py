"""Rules of the promises themselves: sections, names, plain words, and what checks them."""

from collections.abc import Iterator

from livecompact.agreements.mistakes import Mistake, perhaps
from livecompact.agreements.plainness import sentences, word_count
from livecompact.agreements.rules.checked import Checked
from livecompact.standards.standard import Basis, Standard

LONGEST_PLAIN_SENTENCE = 25
LONGEST_NAME = 5


def editions_hold_promises(checked: Checked) -> Iterator[Mistake]:
    """Every edition has at least one undertaking."""
    for folder, edition in checked.editions():
        if not edition.undertakings:
            mend = f"Write [[undertaking]] in a file such as {folder}/1-independence.toml."
            yield checked.documents[f"{folder}/edition.toml"].mistake((), "This edition holds no promise.", mend)


def undertakings_lie_in_sections(checked: Checked) -> Iterator[Mistake]:
    """Every undertaking lies in a section of its edition."""
    for folder, edition in checked.editions():
        sections = [section.id for section in edition.sections]
        for document, place, table in checked.undertakings(folder):
            if table["section"] not in sections:
                says = f"Promise {table['number']} lies in section “{table['section']}”, which is not there."
                mend = f"{perhaps(table['section'], sections)}The sections are {', '.join(sections)}."
                yield document.mistake((*place, "section"), says, mend)


def names_are_short(checked: Checked) -> Iterator[Mistake]:
    """A promise's name has at most five words."""
    for folder, _ in checked.editions():
        for document, place, table in checked.undertakings(folder):
            if (count := word_count(table["name"])) > LONGEST_NAME:
                says = f"The name of promise {table['number']} has {count} words."
                yield document.mistake((*place, "name"), says, f"Use at most {LONGEST_NAME}.")


def plain_words_are_plain(checked: Checked) -> Iterator[Mistake]:
    """A sentence of the plain words has at most 25 words."""
    for folder, _ in checked.editions():
        for document, place, table in checked.undertakings(folder):
            for sentence in sentences(table["plain"]):
                if (count := word_count(sentence)) > LONGEST_PLAIN_SENTENCE:
                    says = f"A sentence in the plain words of promise {table['number']} has {count} words."
                    yield document.mistake((*place, "plain"), says, f"Use at most {LONGEST_PLAIN_SENTENCE}.")


def checks_have_standards(checked: Checked) -> Iterator[Mistake]:
    """`checks` names every way in which a promise's standards check it; “text” and “local” have their standard.

    The other ways may wait: their record, figure or tip comes with the page that asks for it.
    """
    for folder, edition in checked.editions():
        for document, place, table in checked.undertakings(folder):
            found = {way_of(standard) for standard in edition.standards_of(table["number"])}
            for way in ("text", "local"):
                if way in table["checks"] and way not in found:
                    says = f"Promise {table['number']} says it is checked by “{way}”, but has no such standard."
                    yield document.mistake((*place, "checks"), says, "Write the standard, or take the word away.")
            for way in sorted(found - {"tip"} - set(table["checks"])):
                says = f"A standard checks promise {table['number']} by “{way}”, which `checks` does not name."
                yield document.mistake((*place, "checks"), says, f"Add “{way}”.")


def way_of(standard: Standard) -> str:
    """Which of the ways of `checks` a standard is."""
    if standard.basis is Basis.PROMPT:
        return "tip"
    if standard.judged_by_people:
        return "record"
    return "local" if standard.basis is Basis.LOCAL else "text"
