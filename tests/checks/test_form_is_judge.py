"""The check says what the judge says of the same facts, whatever is answered, and its advice does what it promises."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from livecompact import agreements
from livecompact.checks.answers import read
from livecompact.checks.journeys import JOURNEYS
from livecompact.checks.journeys.journey import Voice
from livecompact.checks.journeys.questions import BETWEEN, NOT_YET, Amount, Choose, Count, Say, Tick, When
from livecompact.checks.results import change_link, facts_judged, findings
from livecompact.checks.states import State, state_of
from livecompact.checks.walking import Walk
from livecompact.standards.facts import NONE
from livecompact.standards.judging import judge
from livecompact.standards.standard import Verdict
from livecompact.standards.words import advise
from tests.dealings.conftest import TODAY

SAYS = {
    Verdict.KEPT: State.KEPT,
    Verdict.EXPLAINED: State.EXPLAINED,
    Verdict.NOT_KEPT: State.NOT_KEPT,
}
DAYS = st.dates(TODAY - timedelta(days=200), TODAY + timedelta(days=400))


HERE: Any = SimpleNamespace(id="hertfordshire")
"""A Compact as addresses need it."""


def an_answer(question):
    """Any answer to a question, or none."""
    match question:
        case Choose():
            some = st.sampled_from([option.value for option in question.options])
        case When():
            some = DAYS.map(date.isoformat) | (st.just(NOT_YET) if question.not_yet else st.nothing())
        case Tick():
            values = [option.value for option in question.options]
            some = st.lists(st.sampled_from(values), unique=True, min_size=1).map(BETWEEN.join) | st.just(NOT_YET)
        case Amount():
            some = st.integers(0, 100_000).map(str)
        case Count():
            some = st.integers(0, 9).map(str)
        case Say():
            some = st.sampled_from(["The grant ends.", "x" * 300])
    return st.just("") | some


@st.composite
def walks(draw):
    """A check of a Compact with any answers."""
    journey = JOURNEYS[draw(st.sampled_from(sorted(JOURNEYS)))]
    compact = draw(st.sampled_from(agreements.bundled()))
    said = {question.name: draw(an_answer(question)) for question in journey.questions}
    query = QueryDict(urlencode({name: answer for name, answer in said.items() if answer}))
    return Walk(journey, agreements.load(compact), read(journey, query), TODAY)


@given(walks())
def test_each_line_is_the_finding_of_the_judge_on_the_same_facts(walk):
    facts, here = facts_judged(walk), walk.journey.voice is Voice.PLAN
    expected = {s.code: found for s in walk.standards if (found := judge(s, facts, TODAY, here=here))}

    shown = {found.standard.code: found for found in findings(walk)}

    assert shown == {code: expected[code] for code in shown}
    for code, found in expected.items():
        if here and found.standard.gives_verdicts:
            assert code in shown, "a plan hides nothing"
            if found.forecast in SAYS:
                assert state_of(found, walk.journey.facts) is SAYS[found.forecast]


@given(walks())
def test_nothing_is_judged_that_was_not_answered(walk):
    facts = facts_judged(walk)
    given_facts = {name for question, answer in walk.answers.answered() for name in question.given(answer)}
    derived = {"over_holidays", "met_in_full", *walk.journey.given}
    reasons = {fact.name for fact in walk.journey.kind.facts if fact.is_reason}

    assert set(facts) - given_facts - derived <= reasons
    assert all(facts[name] is NONE for name in set(facts) - given_facts - derived)


@given(walks())
def test_a_change_with_one_click_does_what_the_advice_says(walk):
    for found in findings(walk):
        link = change_link(walk, HERE, advice) if (advice := advise(found)) else None
        if link is None:
            continue
        again = Walk(walk.journey, walk.agreement, read(walk.journey, QueryDict(link.address.partition("?")[2])), TODAY)
        after = {each.standard.code: each for each in findings(again)}
        assert found.standard.code not in after or after[found.standard.code].forecast is Verdict.KEPT


@given(walks())
def test_the_way_ends_and_asks_nothing_twice(walk):
    pages = walk.pages()

    asked = [question.name for page in pages for question in walk.questions(page)]
    assert len(asked) == len(set(asked))
    for page in pages:
        assert walk.questions(page)
        before = walk.page_before(page)
        assert before is None or walk.journey.pages.index(before) < walk.journey.pages.index(page)


@given(walks())
def test_the_address_gives_back_what_it_was_made_of(walk):
    assert read(walk.journey, QueryDict(walk.answers.query())) == walk.answers


@pytest.mark.parametrize("compact", agreements.bundled())
@pytest.mark.parametrize("journey", JOURNEYS)
def test_an_empty_check_asks_its_first_question(journey, compact):
    walk = Walk(JOURNEYS[journey], agreements.load(compact), read(JOURNEYS[journey], QueryDict("")), TODAY)

    assert walk.open_page() is walk.journey.pages[0]
