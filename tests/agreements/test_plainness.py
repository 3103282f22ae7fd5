"""What is found in the words of a promise: sentences, words, lengths of time, qualifiers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.agreements.plainness import (
    NUMBER_WORDS,
    QUALIFIERS,
    folded,
    periods_in,
    qualifiers_in,
    sentences,
    word_count,
)
from livecompact.standards.periods import Period, Unit

NEUTRAL = st.text(alphabet=" abc,;\n(“", max_size=20).map(lambda text: f" {text} ")


@given(st.lists(st.tuples(NEUTRAL, st.integers(1, 10**6), st.sampled_from(Unit), st.booleans())))
def test_every_length_in_figures_is_found_in_order(parts):
    periods = [Period(count, unit) for _, count, unit, _ in parts]
    text = "".join(
        between + (str(period).replace(" ", "-", 1) if joined else str(period))
        for period, (between, _, _, joined) in zip(periods, parts, strict=True)
    )

    assert periods_in(text) == periods


@given(st.sampled_from(sorted(NUMBER_WORDS)), st.sampled_from(Unit), NEUTRAL, st.booleans())
def test_every_length_in_words_is_found(word, unit, between, capital):
    text = f"{between}{word.capitalize() if capital else word} {unit}{between}"

    assert periods_in(text) == [Period(NUMBER_WORDS[word], unit)]


def test_number_words_are_the_numbers():
    assert [NUMBER_WORDS[word] for word in ("one", "twelve", "nineteen", "twenty", "twenty-one", "ninety nine")] == [
        *(1, 12, 19, 20, 21, 99)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a year, each month, every day",
        "twelve-fold, 12 times, 12",
        "2.5 years",
        "1,000 days",
        "24/7 days",
        "one hundred days",
        "a hundred and ten days",
        "someone days",
        "12 daybreaks",
    ],
)
def test_what_is_no_whole_length_is_not_taken_for_one(text):
    assert periods_in(text) == []


def test_sentences_end_at_a_full_stop_a_question_or_an_exclamation():
    text = "We ask. Do you? We list: one; two.\n\nThis is the 2.4th, e.g. it."

    assert sentences(text) == ["We ask.", "Do you?", "We list: one; two.", "This is the 2.4th, e.g.", "it."]
    assert sentences("  ") == []


def test_words_may_hold_hyphens_and_apostrophes():
    assert word_count("Groups' own well-known words – don't they: 12 (or so)?") == 9


@pytest.mark.parametrize("words", QUALIFIERS)
def test_every_qualifier_is_found_wherever_it_stands(words):
    assert words in qualifiers_in(f"They do it, {words.upper()}, and so on.")
    assert words in qualifiers_in(f"They do it {words.replace(' ', '\n')}.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is considered on a case by case basis.", ["consider", "case-by-case"]),
        ("They are aiming to, and endeavoured.", ["aim to", "endeavour"]),
        ("Where it is appropriate.", ["where appropriate"]),
        ("A considerable share, inconsiderate, claim to, an aim towards.", []),
    ],
)
def test_forms_of_a_qualifier_count_and_other_words_do_not(text, found):
    assert qualifiers_in(text) == found


def test_folded_words_can_be_compared():
    assert folded("  Three  Months’\nNOTICE ") == "three months' notice"
