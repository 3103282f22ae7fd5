"""The search of a Compact."""

import pytest

from livecompact.compacts.searching import Entry, Findable, find, stem
from tests.compacts.test_pages import text_of
from tests.harness.html import read_page


def titles(client, asked):
    return [entry["title"] for entry in client.get("/hertfordshire/search.json", {"q": asked}).json()["found"]]


def test_a_promise_is_found_by_its_words_in_any_form(client, compacts):
    assert "Time to answer consultations" in titles(client, "consulting")
    assert "Time to answer consultations" in titles(client, "CONSULTATION")


def test_a_promise_is_found_by_its_number(client, compacts):
    assert titles(client, "2.4")[0] == "Time to answer consultations"


def test_what_bears_the_word_in_its_name_comes_first(client, compacts):
    assert titles(client, "consultation")[0] in (
        "Time to answer consultations",
        "Feedback after consultations",
        "Consultation",
    )


def test_all_words_asked_for_must_be_there(client, compacts):
    assert titles(client, "consultation volunteers beneficiaries") == ["Time to answer consultations"]


def test_words_that_say_nothing_are_passed_over(client, compacts):
    assert titles(client, "what is a consultation") == titles(client, "consultation")


def test_stories_groups_and_the_glossary_are_found_too(client, compacts):
    found = client.get("/hertfordshire/search.json", {"q": "forum"}).json()["found"]

    assert {"Story", "Who runs it"} <= {entry["what"] for entry in found}
    assert "Voluntary and community sector" in titles(client, "VCS")


def test_nothing_found_is_no_dead_end(client, compacts):
    page = client.get("/hertfordshire/search", {"q": "bus fares"})

    assert "No promise has the words “bus fares”." in page.text
    assert "Try fewer words, or pick a topic." in page.text
    assert len([address for address, _ in read_page(page.text).links if "/topics/" in address]) == 5


def test_nothing_asked_is_no_error(client, compacts):
    page = client.get("/hertfordshire/search", {"q": "  "})

    assert read_page(page.text).title == "Search the promises – Hertfordshire Compact"
    assert "Type a word, or pick a topic." in page.text


def test_what_was_typed_is_shown_and_does_no_harm(client, compacts):
    page = client.get("/hertfordshire/search", {"q": "<script>alert(1)</script>"})

    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text


def test_a_question_of_any_length_is_cut(client, compacts):
    assert len(client.get("/hertfordshire/search.json", {"q": "x" * 5000}).json()["asked"]) == 200


def test_only_the_texts_of_this_compact_are_found(client, compacts):
    found = client.get("/dacorum/search.json", {"q": "consultation"}).json()["found"]

    assert all(entry["address"].startswith("/dacorum/") for entry in found)


@pytest.mark.parametrize(
    "forms",
    [
        ("promise", "promises"),
        ("volunteer", "volunteers", "volunteering"),
        ("charity", "charities"),
        ("fund", "funding", "funded"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms}) == 1


def test_words_in_the_heading_weigh_more():
    body = Entry("", "Other", "of notice", "/b")
    head = Entry("", "Notice", "of cuts", "/a")

    assert find("notice", [Findable(body), Findable(head)]) == [head, body]


def test_results_are_counted_in_the_heading(client, compacts):
    page = text_of(client.get("/hertfordshire/search", {"q": "consultation volunteers beneficiaries"}))

    assert "1 result<" in page
