"""Rules of the Easy Read booklets: short sentences, and each hard word told at once."""

from collections.abc import Iterator

from livecompact.agreements.agreement import Booklet
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.plainness import sentences, word_count
from livecompact.agreements.rules.checked import Checked

LONGEST_SENTENCE = 15


def easy_sentences_are_short(checked: Checked) -> Iterator[Mistake]:
    """A sentence of an Easy Read booklet has at most 15 words."""
    for folder, edition in checked.editions():
        for booklet_at, booklet in enumerate(edition.booklets):
            for at, statement in enumerate(booklet.statements):
                count = max(map(word_count, sentences(statement.text)), default=0)
                if count > LONGEST_SENTENCE:
                    place = ("booklet", booklet_at, "statement", at, "text")
                    says = f"A sentence of the booklet “{booklet.title}” has {count} words."
                    document = checked.documents[f"{folder}/easy-read.toml"]
                    yield document.mistake(place, says, f"Use at most {LONGEST_SENTENCE}.")


def hard_words_are_told(checked: Checked) -> Iterator[Mistake]:
    """A hard word stands in its statement, and the next statement tells what it means."""
    for folder, edition in checked.editions():
        for booklet_at, booklet in enumerate(edition.booklets):
            for at, word, wrong in _untold(booklet):
                place = ("booklet", booklet_at, "statement", at, "hard_word")
                says = f"The hard word “{word}” {wrong}."
                document = checked.documents[f"{folder}/easy-read.toml"]
                yield document.mistake(place, says, "Use it in this statement, and say in the next what it means.")


def _untold(booklet: Booklet) -> Iterator[tuple[int, str, str]]:
    for at, statement in enumerate(booklet.statements):
        word = statement.hard_word
        if word and word.casefold() not in statement.text.casefold():
            yield at, word, "is not in its statement"
        elif word and at + 1 == len(booklet.statements):
            yield at, word, "comes last, so no statement says what it means"
