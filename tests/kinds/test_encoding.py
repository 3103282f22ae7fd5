"""Facts are kept in one encoding: written and read again they are the same, and a mistake is said in a sentence."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.kinds import KINDS, kind
from livecompact.kinds.kind import Kind, Misstated
from livecompact.standards.facts import NONE, NOT_KNOWN, Facts
from tests.kinds.strategies import values

CONSULTATION, CHANGE, ANNOUNCEMENT = kind("consultation"), kind("funding-change"), kind("announcement")
NINE_O_CLOCK = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)


@st.composite
def dealings(draw: st.DrawFn) -> tuple[Kind, Facts]:
    """The facts of some dealing of some kind."""
    of = draw(st.sampled_from(list(KINDS.values())))
    return of, Facts({fact.name: draw(values(fact)) for fact in of.facts})


@given(dealings())
def test_facts_written_and_read_again_are_the_same(dealing: tuple[Kind, Facts]):
    of, facts = dealing
    again = of.read(json.loads(json.dumps(of.write(facts))))
    assert all(again[fact.name] == facts[fact.name] for fact in of.facts)


@given(dealings())
def test_what_is_not_known_is_not_written_at_all(dealing: tuple[Kind, Facts]):
    of, facts = dealing
    assert set(of.write(facts)) == {name for name, value in facts.items() if value is not NOT_KNOWN}


@pytest.mark.parametrize("blank", [None, "", " ", "…", " - ", "/"])
def test_a_text_without_words_is_not_known(blank: str | None):
    assert CONSULTATION.read({"reason_for_shorter_time": blank})["reason_for_shorter_time"] is NOT_KNOWN


def test_none_is_an_answer_for_every_type_of_fact():
    said = {"notice_sent": "none", "rationale": "none", "notice_in_writing": "none", "amount_after": "none"}
    assert set(CHANGE.read({**said, "change": "none"}).values()) == {NONE}


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"opens": "3 March"}, "gives opens as “3 March”; write a date such as 2025-03-31"),
        ({"opens": NINE_O_CLOCK}, "gives opens as “2025-03-03 09:00:00+00:00”; write a date such as 2025-03-31"),
        ({"opens": "2025-02-30"}, "gives opens as “2025-02-30”; write a date such as 2025-03-31"),
        ({"themes": "many"}, "gives themes as “many”; write a number such as 12 or 1250.50"),
        ({"themes": True}, "gives themes as “True”; write a number such as 12 or 1250.50"),
        ({"themes": "NaN"}, "gives themes as “NaN”; write a number such as 12 or 1250.50"),
        ({"formal": "yes"}, "gives formal as “yes”; write true, false or “none”"),
        ({"theme_list": "trees"}, "gives theme_list as “trees”; write a list of tables"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_would_be_right(said: dict[str, object], message: str):
    with pytest.raises(Misstated) as caught:
        CONSULTATION.read(said)
    assert str(caught.value) == message


def test_a_choice_that_is_not_there_is_answered_with_those_there_are():
    with pytest.raises(Misstated) as caught:
        CHANGE.read({"change": "halved"})
    assert str(caught.value) == "gives change as “halved”; write one of reduced, ended, not renewed, changed"


def test_a_fact_that_the_kind_does_not_have_is_answered_with_those_it_has():
    with pytest.raises(Misstated, match="gives opened as “2025-03-03”; a consultation has affects_groups, formal"):
        CONSULTATION.read({"opened": "2025-03-03"})


def test_a_list_of_themes_comes_to_how_many_there_are_and_how_many_lack_an_answer():
    themes = [{"theme": "Opening hours", "outcome": "Kept"}, {"theme": "Rent"}, {"theme": "Parking", "outcome": "none"}]
    facts = CONSULTATION.read({"theme_list": themes})
    assert facts["themes"] == Decimal(3)
    assert facts["themes_without_answer"] == Decimal(2)


def test_a_list_of_partners_comes_to_who_was_not_told_and_when_the_last_one_was():
    told = [
        {"partner": "Riverside Carers", "told": "2025-06-02"},
        {"partner": "Hill Players", "told": date(2025, 6, 3)},
    ]
    facts = ANNOUNCEMENT.read({"partners_told": [*told, {"partner": "Green Lane Allotments", "told": "none"}]})
    assert facts["partners_named"] == Decimal(3)
    assert facts["partners_not_told"] == Decimal(1)
    assert facts["last_partner_told"] == date(2025, 6, 3)


def test_an_announcement_that_names_nobody_has_nobody_to_tell():
    facts = ANNOUNCEMENT.read({"partners_told": []})
    assert facts["partners_named"] == Decimal(0)
    assert facts["last_partner_told"] is NOT_KNOWN
