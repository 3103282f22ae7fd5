"""The page of one promise, and the addresses that lead to it."""

import pytest

from livecompact.compacts import actions
from tests.compacts.conftest import NOW
from tests.compacts.test_pages import text_of
from tests.harness.html import read_page


@pytest.fixture
def time_to_answer(client, compacts):
    return client.get("/hertfordshire/promises/2.4")


def test_it_is_called_by_its_name_and_number(time_to_answer):
    assert read_page(time_to_answer.text).title == "Time to answer consultations: promise 2.4 – Hertfordshire Compact"


def test_plain_words_come_first_then_whom_it_binds_then_the_text(time_to_answer):
    page = text_of(time_to_answer)
    parts = ["that matter to", "Public bodies that have signed.", "The promise, in our words"]
    places = [page.index(part) for part in [*parts, "How it is checked", "How we count", "What keeps it in view"]]

    assert places == sorted(places)


def test_our_words_stand_with_a_link_to_the_signed_text(time_to_answer):
    read = read_page(time_to_answer.text)

    link = "The Hertfordshire Compact, from Hertfordshire County Council"
    assert ("https://www.hertfordshire.gov.uk", link) in read.links


def test_the_words_that_allow_less_are_the_texts_own(time_to_answer):
    assert "“where possible”" in time_to_answer.text
    assert "A public reason then explains it." in time_to_answer.text


def test_a_promise_without_a_way_out_says_that_a_reason_does_not_excuse(client, compacts):
    assert "The text does not allow less." in client.get("/hertfordshire/promises/4.2").text


def test_it_shows_how_it_is_checked_with_worked_examples(time_to_answer):
    page = text_of(time_to_answer)

    assert "It is kept where it is open for at least 12 weeks, both days counted." in page
    assert "It was open for 84 days, from 3 March to 25 May 2025, both days counted." in page
    assert "Not kept" in page
    assert "From the text" in page


def test_a_number_of_our_own_is_told_as_a_suggestion(client, compacts):
    page = client.get("/hertfordshire/promises/2.5").text

    assert "Our suggestion: this area has agreed no number yet" in page


def test_the_same_rule_asks_for_eight_weeks_in_dacorum(client, compacts):
    page = text_of(client.get("/dacorum/promises/eight-weeks-to-answer"))

    assert "8 weeks, both days counted" in page
    assert "12 weeks, both days counted" not in page


def test_words_of_the_glossary_are_linked_once(time_to_answer):
    links = [address for address, _ in read_page(time_to_answer.text).links]

    assert links.count("/hertfordshire/glossary/consultation") == 1


def test_the_next_promise_and_the_one_before_are_linked(time_to_answer):
    links = [address for address, _ in read_page(time_to_answer.text).links]

    assert "/hertfordshire/promises/2.3" in links
    assert "/hertfordshire/promises/2.5" in links


def test_the_first_promise_has_none_before_it_and_the_last_none_after(client, compacts):
    assert "Previous" not in client.get("/hertfordshire/promises/1.1").text
    assert "Next" not in client.get("/hertfordshire/promises/5.5").text


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("/hertfordshire/2.4", "/hertfordshire/promises/2.4"),
        ("/hertfordshire/time-to-answer", "/hertfordshire/promises/2.4"),
        ("/hertfordshire/promises/time-to-answer", "/hertfordshire/promises/2.4"),
        ("/hertfordshire/promises/time-to-answer.json", "/hertfordshire/promises/2.4.json"),
        ("/dacorum/promises/D-S-POL-2", "/dacorum/promises/eight-weeks-to-answer"),
        ("/dacorum/d-s-pol-2", "/dacorum/promises/eight-weeks-to-answer"),
    ],
)
def test_another_name_of_a_promise_leads_to_its_address_for_good(client, compacts, asked, there):
    response = client.get(asked)

    assert (response.status_code, response.headers["Location"]) == (301, there)
    assert client.get(there).status_code == 200


@pytest.mark.parametrize("asked", ["/hertfordshire/9.9", "/hertfordshire/promises/9.9", "/hertfordshire/promises/"])
def test_a_promise_that_is_not_there_is_not_found(client, compacts, asked):
    assert client.get(asked).status_code == 404


def test_official_words_take_the_place_of_ours_once_they_are_loaded(client, db, model):
    said = 'Public bodies keep consultations open for 12 weeks, with a "public reason" for less.'
    (model / "2025" / "wording.toml").write_text(f"[official]\n\"2.1\" = '{said}'\n", encoding="utf-8")
    actions.add_compact(source=model, by="Compact officer", at=NOW)

    page = text_of(client.get("/model/promises/2.1"))

    assert "The promise in full" in page
    assert "The promise, in our words" not in page
    assert "open for 12 weeks, with a &#34;public reason&#34; for less." in page


def test_a_promise_that_binds_one_body_says_which(client, compacts):
    assert "One body only: GB-LAE-DAC" in client.get("/dacorum/promises/working-across-departments").text


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/hertfordshire/promises/2.4", "A rule checks it now."),
        ("/hertfordshire/promises/1.5", "Records are kept, and people judge them."),
        ("/hertfordshire/promises/1.9", "It waits for the yearly round."),
        ("/dacorum/promises/notice-of-reduction", "It waits for a number that the area agrees."),
    ],
)
def test_a_promise_says_what_keeps_it_now(client, compacts, address, says):
    assert says in client.get(address).text
