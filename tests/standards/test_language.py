"""The words of the language as TOML says them: each example reads, and what is misspelt is told with its mend."""

import tomllib
from decimal import Decimal
from typing import Any

import pytest

from livecompact.standards.language import (
    BY_KEY,
    COMPANIONS,
    WORDS,
    DatePhrase,
    Misspelt,
    Number,
    NumberOrder,
    Test,
    read_test,
    walk,
    within,
)


def example_of(word: type[Test]) -> dict[str, Any]:
    """The table that the word's documentation shows."""
    line = next(line for line in (word.__doc__ or "").splitlines() if line.strip().startswith("example: "))
    return dict(tomllib.loads(f"test = {{ {line.strip().removeprefix('example: ')} }}")["test"])


@pytest.mark.parametrize("word", WORDS)
def test_the_example_of_every_word_reads_as_that_word(word):
    assert type(read_test(example_of(word))) is word


@pytest.mark.parametrize("word", WORDS)
def test_every_word_names_the_facts_it_looks_at(word):
    test = read_test(example_of(word))
    assert test.facts()
    assert set(test.facts()) == {name for part in walk(test) for name in part.facts()}


def test_no_key_names_two_words_and_none_is_a_companion():
    assert len(BY_KEY) == sum(len(word.keys) for word in WORDS)
    assert not set(BY_KEY) & COMPANIONS


def test_a_change_reaches_every_simple_test_inside():
    joined = read_test({"all_of": [{"stated": "a"}, {"any_of": [{"stated": "b"}, {"holds": "c"}]}]})
    changed = within(joined, lambda _: read_test({"stated": "d"}))
    assert set(changed.facts()) == {"d"}
    assert len(list(walk(changed))) == len(list(walk(joined)))


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("rationale", "“rationale” is not a test; write a table"),
        ({"stated": "rationale", "why": 1}, "`why` is not a word of the language; the words are stated"),
        ({}, "a test says no word of the language; say one of stated"),
        ({"stated": "a", "holds": "b"}, "a test says the words stated and holds at once"),
        ({"stated": "a", "fact": "b"}, "`fact` says nothing beside `stated`; take `fact` away"),
        ({"fact": "months", "at_least": 1, "to": "x"}, "`to` says nothing beside `at_least`; take `to` away"),
        ({"stated": []}, "`stated` lists no names"),
        ({"holds": 1}, "`holds` lists no names"),
        ({"one_of": ["a"]}, "the test names no fact; write fact"),
        ({"fact": "months", "at_least": "many"}, "“many” is not a number"),
        ({"fact": "months", "at_least": float("nan")}, "“nan” is no number that can be counted with"),
        ({"fact": "months", "at_least": float("inf")}, "“inf” is no number that can be counted with"),
        ({"fact": "months", "at_least": 10**12}, "“1000000000000” is no number that can be counted with"),
        ({"fact": "months", "at_least": "0.0000001"}, "“0.0000001” is no number that can be counted with"),
        ({"fact": "told", "later_than": "3 months since decided"}, "“3 months since decided” is not a date"),
        ({"fact": "told", "later_than": "few months after decided"}, "“few months” is not a period"),
        ({"open_from": "opens", "for_at_least": "12 weeks"}, "`to` is missing"),
        ({"to": "closes", "for_at_least": "12 weeks"}, "`open_from` is missing"),
        ({"open_from": "opens", "to": "closes", "for_at_least": "long"}, "“long” is not a period"),
        ({"all_of": []}, "`all_of` holds no tests"),
        ({"any_of": {"stated": "a"}}, "`any_of` holds no tests"),
        ({"all_of": [{"stated": "a"}, {"sated": "b"}]}, "`sated` is not a word of the language"),
    ],
)
def test_what_is_misspelt_is_told_with_its_mend(table, says):
    with pytest.raises(Misspelt) as error:
        read_test(table)
    assert str(error.value).startswith(says)
    assert error.value.mend


@pytest.mark.parametrize("phrase", ["closes", "3 months after closes", "1 working day before closes"])
def test_a_date_phrase_is_written_as_it_is_read(phrase):
    assert str(DatePhrase.read(phrase)) == phrase


@pytest.mark.parametrize("number", ["999999999999.999999", "-12.5", "0", "1E+2", 12, 12.5])
def test_numbers_that_every_engine_holds_exactly_are_taken(number):
    test = read_test({"fact": "months", "at_least": number})
    assert test == Number("months", NumberOrder.AT_LEAST, Decimal(str(number)))


def test_a_test_on_its_own_is_no_word():
    with pytest.raises(NotImplementedError):
        Test.from_table({})
    with pytest.raises(NotImplementedError):
        Test().facts()
    assert Test().parts() == ()
