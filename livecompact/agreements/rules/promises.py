"""Rules of the promises themselves: numbers, sections, names and plain words."""

from collections.abc import Iterator

from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.plainness import periods_in, sentences, word_count
from livecompact.agreements.rules.checked import Checked
from livecompact.agreements.rules.lengths import lengths_asked

LONGEST_PLAIN_SENTENCE = 25
LONGEST_NAME = 5


def numbers_and_ids_are_given_once(checked: Checked) -> Iterator[Mistake]:
    """No two undertakings of an edition share a number or an id."""
    for folder, _ in checked.editions():
        seen: dict[tuple[str, str], str] = {}
        for document, place, table in checked.undertakings(folder):
            for key in ("number", "id"):
                if other := seen.get((key, table[key])):
                    says = f"The {key} {table[key]} is given twice: first in {other}."
                    yield document.mistake((*place, key), says, "Give each promise its own.")
                seen.setdefault((key, table[key]), f"{document.path}, line {document.line_of((*place, key))}")


def undertakings_lie_in_sections(checked: Checked) -> Iterator[Mistake]:
    """Every undertaking lies in a section of its edition."""
    for folder, edition in checked.editions():
        sections = [section.id for section in edition.sections]
        for document, place, table in checked.undertakings(folder):
            if table["section"] not in sections:
                says = f"Promise {table['number']} lies in section “{table['section']}”, which is not there."
                yield document.mistake((*place, "section"), says, f"The sections are {', '.join(sections)}.")


def names_are_short(checked: Checked) -> Iterator[Mistake]:
    """A promise's name has at most five words."""
    for folder, _ in checked.editions():
        for document, place, table in checked.undertakings(folder):
            if word_count(table["name"]) > LONGEST_NAME:
                says = f"The name of promise {table['number']} has {word_count(table['name'])} words."
                yield document.mistake((*place, "name"), says, f"Use at most {LONGEST_NAME}.")


def plain_words_are_plain(checked: Checked) -> Iterator[Mistake]:
    """A sentence of the plain words has at most 25 words."""
    for folder, _ in checked.editions():
        for document, place, table in checked.undertakings(folder):
            for sentence in sentences(table["plain"]):
                if word_count(sentence) > LONGEST_PLAIN_SENTENCE:
                    says = f"A sentence in the plain words of {table['number']} has {word_count(sentence)} words."
                    yield document.mistake((*place, "plain"), says, f"Use at most {LONGEST_PLAIN_SENTENCE}.")


def numbers_in_words_are_the_standards(checked: Checked) -> Iterator[Mistake]:
    """A length of time in a promise's words is the one that its standards ask for."""
    for folder, edition in checked.editions():
        for document, place, table in checked.undertakings(folder):
            asked = set(lengths_asked(edition.standards_of(table["number"])))
            for key in ("wording", "plain"):
                for period in periods_in(table[key]):
                    if asked and period not in asked:
                        numbers = " or ".join(sorted(str(each) for each in asked))
                        says = f"Promise {table['number']} says {period}; its standard asks for {numbers}."
                        yield document.mistake((*place, key), says, "Make the two the same.")
