"""No word of the site is hard or shuts anybody out (what is hard about a page: test_languages, tests/harness/plain)."""

import re

import pytest

from livecompact.agreements.plainness import sentences
from script.messages import messages
from tests.harness.plain import LONGEST, grade, hard, words_of

BANNED = re.compile(
    r"\b(please|sorry|oops|forbidden|valid|invalid|you forgot|click\w*|e\.g|i\.e|etc|viz|undertakings?)\b|&(?!\w+;)",
    re.IGNORECASE,
)
CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
SHORT_NAMES = {"JSON", "TOML", "HTML", "XLSX", "DOCX", "EHRC", "EASS"}
NEVER_SHOWN = {"Undertaking", "undertaking", "undertakings"}
"""What the setting of a Compact may call its promises; the words of those that do not are “promise”."""


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["The cat sat on the mat. It was warm."], 1),
        (["Consideration of administrative representations necessitates documentation."], 40),
    ],
)
def test_a_hard_text_has_a_high_grade(said: list[str], found: int) -> None:
    assert grade(said) == pytest.approx(found, abs=8)


def test_no_word_of_the_site_shuts_anybody_out() -> None:
    said = {form for message in messages() for form in forms(message.id)} - NEVER_SHOWN
    plain = {words: re.sub(r"<[^>]*>", "", words) for words in said}

    assert {words for words, text in plain.items() if BANNED.search(text)} == set()
    assert {word for text in plain.values() for word in CAPITALS.findall(text)} <= SHORT_NAMES
    assert {each for text in plain.values() for each in sentences(text) if words_of(each) > LONGEST} == set()


def test_a_long_sentence_and_a_hard_page_are_seen() -> None:
    long = "<main>⟦" + "word " * 26 + "⟧</main>"
    wordy = "<main>" + "<p>⟦Considerable documentation necessitates administrative consideration.⟧ data</p>" * 1
    many = wordy + "".join(f"<p>⟦Administrative documentation necessitates consideration {n}.⟧</p>" for n in range(9))

    assert len(hard(long, "help")) == 1
    assert [found.split(" ")[0] for found in hard(many, "help")] == ["grade", "grade"]


def forms(message: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """The singular and the plural, where it has both."""
    return (message,) if isinstance(message, str) else tuple(message)
