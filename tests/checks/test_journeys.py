"""The checks as data: what they ask, why, and in which words."""

import re

import pytest

from livecompact.agreements.plainness import word_count
from livecompact.checks.journeys import JOURNEYS
from livecompact.checks.journeys.questions import Say, Tick
from tests.checks.states import STATES
from tests.compacts.wording import mean_words, sentences_of


@pytest.fixture(params=JOURNEYS.values(), ids=list(JOURNEYS))
def journey(request):
    return request.param


def test_each_question_is_of_facts_that_its_kind_knows_and_says_why_it_is_asked(journey):
    for question in journey.questions:
        assert set(question.facts) <= set(journey.kind.by_name), question.name
        assert question.why(journey.kind), question.name
        assert question.asked(journey.kind), question.name


def test_nothing_is_asked_twice(journey):
    names = [question.name for question in journey.questions]

    assert len(names) == len(set(names))


def test_an_answer_that_must_be_given_has_its_own_message(journey):
    assert [question.name for question in journey.questions if not question.error] == []


def test_texts_fit_into_an_address(journey):
    together = [
        q.at_most for page in journey.pages for q in page.questions if isinstance(q, Say) and page.asked != "on request"
    ]

    exclusive = 400 if journey.id == "consultation" else 0  # a plan is informal or short, never both
    assert sum(together) - exclusive <= 500


def test_no_number_of_an_agreement_stands_in_the_words_of_a_check(journey):
    texts = [journey.title, *journey.lead, *(page.title for page in journey.pages)]
    texts += [words for page in journey.pages if (i := page.interrupts) for words in (i.change, i.keep)]
    texts += [words for question in journey.questions for words in (question.ask, question.hint, question.error)]
    texts += [done.text for question in journey.questions if isinstance(question, Tick) for done in question.options]

    assert [text for text in map(str, texts) if re.search(r"\d|twelve|eight|three|months|weeks", text)] == []


def test_sentences_are_short_on_every_page(site):
    said = {}
    for state in STATES:
        if state.kind == "normal" and state.status == 200 and state.html:
            address = state.steps[-1].address
            html = re.sub(r"<select.*?</select>", "", site.get(address).text, flags=re.DOTALL)  # a list is no sentence
            said[address] = [s for s in sentences_of(html) if "://" not in s]

    long = {s: at for at, every in said.items() for s in every if word_count(s) > 25}
    assert long == {}
    assert mean_words([s for every in said.values() for s in every]) <= 12
