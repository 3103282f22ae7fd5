from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.files.cells.cell import Manner, as_read, is_changed, read_cell
from livecompact.files.unreadable import CannotReadCell
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, FactType

FACTS = {
    each: Fact(name="it", type=each, label="it", ask="", why="", choices=("not-renewed", "ended") * (each == "choice"))
    for each in FactType
}
UNKNOWN = [
    "",
    "   ",
    "N/A",
    "n/a",
    "NA",
    "#N/A",
    "TBC",
    "tba",
    "-",
    "–",
    "?",
    "...",
    "__",
    "Unknown",
    "not known",
    "\t",
]


@pytest.mark.parametrize("type_", FactType)
@pytest.mark.parametrize("text", UNKNOWN)
def test_what_says_nothing_is_not_known(type_, text):
    assert read_cell(FACTS[type_], text) is NOT_KNOWN


@pytest.mark.parametrize("type_", FactType)
@pytest.mark.parametrize("text", ["none", "None", " NONE "])
def test_the_word_none_is_none(type_, text):
    assert read_cell(FACTS[type_], text) is NONE


@pytest.mark.parametrize("type_", FactType)
def test_a_blank_means_none_only_where_the_publisher_is_said_to_mean_it(type_):
    manner = Manner(blank_is_none=True)

    assert read_cell(FACTS[type_], " ", manner) is NONE
    assert read_cell(FACTS[type_], "TBC", manner) is NOT_KNOWN
    assert read_cell(FACTS[type_], "-", manner) is NOT_KNOWN


def test_a_publishers_own_words_come_before_ours():
    manner = Manner(none=frozenset({"n/a", "no reason"}), unsaid=frozenset({"none", "see note"}))

    assert read_cell(FACTS[FactType.TEXT], "N/A", manner) is NONE
    assert read_cell(FACTS[FactType.TEXT], "No  reason", manner) is NONE
    assert read_cell(FACTS[FactType.TEXT], "See note", manner) is NOT_KNOWN
    assert read_cell(FACTS[FactType.TEXT], "None", manner) is NOT_KNOWN


@pytest.mark.parametrize(
    ("text", "flag"),
    [("Yes", True), ("y", True), ("TRUE", True), ("1", True), ("No", False), ("n", False), ("0", False)],
)
def test_flags_are_read_as_people_write_them(text, flag):
    assert read_cell(FACTS[FactType.FLAG], text) is flag


@pytest.mark.parametrize("text", ["not-renewed", "Not renewed", "NOT_RENEWED", "not renewed."])
def test_a_choice_is_known_by_its_letters(text):
    assert read_cell(FACTS[FactType.CHOICE], text) == "not-renewed"


@pytest.mark.parametrize(
    ("type_", "text", "mend"),
    [
        (FactType.FLAG, "maybe", "Write yes or no."),
        (FactType.FLAG, "2", "Write yes or no."),
        (FactType.CHOICE, "paused", "Write one of: not-renewed, ended."),
        (FactType.TEXT, "#REF!", "Mend its formula and save it again."),
        (FactType.AMOUNT, "#VALUE!", "Mend its formula and save it again."),
        (FactType.TEXT, "x" * 131_073, "Cut it to 131,072 characters."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_mend(type_, text, mend):
    with pytest.raises(CannotReadCell) as told:
        read_cell(FACTS[type_], text)

    assert told.value.mend == mend


def test_a_text_keeps_its_words_on_one_line():
    assert read_cell(FACTS[FactType.TEXT], " The grant\n ends  in June. ") == "The grant ends in June."


@given(type_=st.sampled_from(FactType), text=st.text(max_size=40))
def test_any_text_is_a_value_or_told(type_, text):
    try:
        told = [as_read(read_cell(FACTS[type_], text)) + "."]
    except CannotReadCell as error:
        told = [error.says, error.mend]

    assert all(sentence.endswith(".") for sentence in told)


@pytest.mark.parametrize(
    ("type_", "text", "value", "changed"),
    [
        (FactType.AMOUNT, "1200.00", Decimal("1200.00"), False),
        (FactType.AMOUNT, "£1,200.00", Decimal("1200.00"), True),
        (FactType.DATE, "2025-03-03", date(2025, 3, 3), False),
        (FactType.DATE, "3/3/25", date(2025, 3, 3), True),
        (FactType.FLAG, "Yes", True, False),
        (FactType.TEXT, "a  b", "a b", False),
        (FactType.TEXT, "N/A", NOT_KNOWN, True),
        (FactType.TEXT, "", NOT_KNOWN, False),
        (FactType.TEXT, "none", NONE, False),
        (FactType.TEXT, "", NONE, True),
    ],
)
def test_people_are_told_of_readings_that_differ_from_what_is_written(type_, text, value, changed):
    assert is_changed(FACTS[type_], text, value) is changed
