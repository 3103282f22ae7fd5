"""The search of a Compact."""

from datetime import date, timedelta

import pytest

from livecompact.agreements import load
from livecompact.compacts import actions, findable
from tests.compacts.conftest import NOW
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


def test_results_are_counted_in_the_heading(client, compacts):
    page = text_of(client.get("/hertfordshire/search", {"q": "consultation volunteers beneficiaries"}))

    assert "1 result<" in page


def test_words_that_were_found_stand_out_in_the_page(client, compacts):
    page = text_of(client.get("/hertfordshire/search", {"q": "consult"}))

    assert "<mark>consultations</mark>" in page


def test_results_are_narrowed_to_a_kind_and_widened_again(client, compacts):
    asked = {"q": "forum"}
    page = client.get("/hertfordshire/search.json", asked).json()
    [stories] = [link for link in page["kinds"] if link["text"].startswith("Stories")]
    narrow = client.get("/hertfordshire/search.json", asked | {"kind": "story"}).json()

    assert stories["address"] == "/hertfordshire/search?kind=story&q=forum"
    assert stories["text"] == f"Stories ({narrow['total']})"
    assert {entry["what"] for entry in narrow["found"]} == {"Story"}
    assert (narrow["kinds"], narrow["without"]) == ([], "/hertfordshire/search?q=forum")


def test_nothing_of_a_kind_is_told_as_such(client, compacts):
    page = client.get("/hertfordshire/search", {"q": "consultation", "kind": "story"})

    assert "Nothing under “Stories” has the words “consultation”." in page.text
    assert ("/hertfordshire/search?q=consultation", "Show every kind") in read_page(page.text).links


def test_more_than_a_page_of_results_is_read_page_by_page(client, compacts):
    first = client.get("/hertfordshire/search.json", {"q": "public bodies"}).json()
    second = client.get(first["after"].replace("search?", "search.json?")).json()

    assert (len(first["found"]), first["total"] > 20, first["before"]) == (20, True, "")
    assert second["before"] == "/hertfordshire/search?q=public+bodies"
    assert not {entry["address"] for entry in first["found"]} & {entry["address"] for entry in second["found"]}


@pytest.mark.parametrize(
    "wrong", [{"kind": "secret"}, {"kind": "story'--"}, {"page": "0"}, {"page": "x"}, {"page": "501"}, {"page": "²"}]
)
def test_a_filter_that_is_not_there_is_refused(client, compacts, wrong):
    assert client.get("/hertfordshire/search", {"q": "forum"} | wrong).status_code == 400


def test_every_address_that_is_found_leads_to_a_page_and_to_its_part(client, compacts):
    for compact, documents in findable.everything(NOW.date()):
        for document in documents:
            path, _, part = document.address.partition("#")
            page = client.get(path)
            assert page.status_code == 200, document.address
            assert not part or part in read_page(page.text).ids, document.address
            assert path.startswith(f"/{compact}/")


def test_a_new_text_is_found_once_it_is_published(client, db, model, edit):
    compact = actions.add_compact(source=model, by="Compact officer", at=NOW)
    edit("agreement.toml", "tell each other the truth early", "tell each other the truth unasked")
    actions.publish_edition(compact=compact, source=model, by="Compact officer", at=NOW + timedelta(days=1))

    assert client.get("/model/search.json", {"q": "unasked"}).json()["total"] == 1


def test_a_new_edition_is_found_from_the_day_on_which_it_holds(client, db, two_editions, edit, monkeypatch):
    edit("2027/2-having-a-say.toml", "publish what they were told", "publish what they overheard")
    actions.add_compact(source=two_editions, by="Compact officer", at=NOW)

    def found(day, words):
        for asked in ("answers", "views"):
            monkeypatch.setattr(f"livecompact.compacts.{asked}.localdate", lambda: day)
        page = client.get("/model/search.json", {"q": words, "kind": "promise"}).json()
        assert len({entry["address"] for entry in page["found"]}) == page["total"]
        return page["total"]

    last, first = date(2026, 12, 31), date(2027, 1, 1)
    assert [found(day, "formal written") for day in (last, first)] == [1, 1]
    assert [found(day, "overheard") for day in (last, first)] == [0, 1]


def test_the_edition_that_is_shown_is_told_for_every_day(two_editions):
    agreement = load(two_editions)

    turns = list(findable.shown(agreement))

    assert [(starts, ends, edition.id) for starts, ends, edition in turns] == [
        (date.min, date(2026, 12, 31), "2025"),
        (date(2027, 1, 1), date.max, "2027"),
    ]
