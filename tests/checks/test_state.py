"""Answers live in the address: they survive every page, may be sent on, and hold no more than they should."""

import re

import pytest
from django.http import QueryDict

from livecompact.checks.answers import MOST_TEXT, read
from livecompact.checks.journeys import JOURNEYS
from livecompact.checks.journeys.questions import Say
from tests.checks.states import CUT, FULL, STATES, page
from tests.dealings.reading import day, follow, words
from tests.harness.html import read_page

LINK = {"title": "Parks strategy", "opens": "2027-03-01", "closes": "2027-05-24", "url": "https://example.org/parks"}


def test_a_link_fills_in_what_it_knows_and_asks_the_rest(site):
    start = site.get(page("consultation", **LINK))
    first = site.get(follow(start, "Start now"))
    formal = site.get(page("consultation", "who-it-affects", **LINK, affects_groups="yes", sent="1"))["Location"]
    told = site.get(page("consultation", "formal", **LINK, affects_groups="yes", formal="yes", sent="1"))["Location"]

    assert "Parks strategy" in words(start)
    assert "https://example.org/parks" in words(start)
    assert "Will your plan affect charities" in words(first)
    assert "/formal?" in formal
    assert "/told?" in told, "the dates were in the link"
    assert "title=Parks+strategy" in told
    assert "url=https%3A%2F%2Fexample.org%2Fparks" in told


def test_a_web_address_is_shown_and_is_no_link(site):
    there = site.get(page("consultation", "result", **FULL, url="https://example.org/parks"))

    assert "https://example.org/parks" in words(there)
    assert "https://example.org/parks" not in {address for address, _ in read_page(there.text).links}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org", "https://", "https://[", "x" * 300])
def test_what_is_no_web_address_is_dropped(url):
    assert read(JOURNEYS["consultation"], QueryDict(f"url={url}")).url == ""


@pytest.mark.parametrize("journey", JOURNEYS)
def test_no_more_than_500_characters_of_text_are_held(journey):
    long = QueryDict(mutable=True)
    long["title"] = "t" * 999
    for question in JOURNEYS[journey].questions:
        long[question.name] = "x" * 999
    answers = read(JOURNEYS[journey], long)

    texts = [answer for question, answer in answers.answered() if isinstance(question, Say)]
    assert len(answers.title) + sum(map(len, texts)) <= MOST_TEXT


def test_what_cannot_be_read_counts_as_not_answered(site):
    there = site.get(page("consultation", "result", **FULL | {"closes": "soon"}))

    assert "/dates?" in there["Location"]
    assert "opens=2027-03-01" in there["Location"]


def test_each_answer_can_be_changed_and_all_others_stay(site):
    there = site.get(page("funding-change", "result", **CUT))
    changes = [address for address, text in read_page(there.text).links if text.startswith("Change answer:")]

    assert len(changes) == len(CUT)
    for address in changes:
        assert all(f"{name}=" in address for name in CUT)


def test_a_changed_answer_leads_straight_back_to_the_result(site):
    dates = day("opens", "2027-03-01") | day("closes", "2027-06-30")

    onward = site.get(page("consultation", "dates", **FULL, **dates, sent="1"))["Location"]

    assert onward == page("consultation", "result", **FULL | {"closes": "2027-06-30"})


def test_a_page_shows_what_was_answered_before(site):
    dates = site.get(page("consultation", "dates", **FULL)).text
    told = site.get(page("consultation", "told", **FULL | {"announced": "none"})).text

    assert re.search(r'name="closes-month"[^>]*value="5"', dates)
    assert re.search(r'name="announced_none"[^>]*checked', told)


def test_the_way_back_keeps_the_answers(site):
    there = site.get(page("consultation", "feedback", **FULL))
    back = follow(there, "Back")

    assert back == page("consultation", "ways", **FULL)
    assert follow(site.get(page("consultation", "who-it-affects", **FULL)), "Back") == page("consultation", **FULL)


def test_a_page_that_is_not_asked_leads_on(site):
    onward = site.get(page("consultation", "why-informal", **FULL))

    assert onward["Location"] == page("consultation", "result", **FULL)


def test_pages_with_answers_are_kept_out_of_search_engines_and_cookies(site):
    for state in STATES:
        if state.route in ("check_question", "check_result") and state.status == 200:
            there = site.get(state.steps[-1].address)
            assert '<meta name="robots" content="noindex">' in there.text
            assert not site.cookies


def test_a_page_asks_the_database_at_most_four_times(site, django_assert_max_num_queries):
    for address in (page("consultation", "dates", **FULL), page("consultation", "result", **FULL), "/dacorum/check"):
        with django_assert_max_num_queries(4):
            assert site.get(address).status_code == 200
