"""Editions, and what changed from one to the next."""

import pytest

from livecompact.compacts import actions
from livecompact.compacts.changes import changed_words
from tests.compacts.conftest import NOW
from tests.compacts.test_pages import text_of
from tests.harness.clock import stop_the_clock
from tests.harness.html import read_page


@pytest.fixture
def changed(client, db, two_editions, monkeypatch):
    stop_the_clock(monkeypatch)  # the second is in force from 2027
    actions.add_compact(source=two_editions, by="Compact officer", at=NOW)
    return client.get("/model/editions/2025..2027")


def test_what_was_taken_out_and_put_in_is_said_in_words_too(changed):
    page = text_of(changed)

    assert '<del><span class="govuk-visually-hidden">[taken out: </span>heard, ' in page
    assert '<ins><span class="govuk-visually-hidden">[put in: </span>were told, ' in page


def test_promises_that_came_and_went_are_listed_by_their_ids(changed):
    page = text_of(changed)

    assert "1 changed" in page
    assert "1 added" in page
    assert "1 taken out" in page
    assert "10 the same" in page


def test_a_promise_of_an_edition_not_in_force_is_read_where_it_was(client, changed):
    assert client.get("/model/editions/2027/promises/whom-groups-represent").status_code == 200
    page = client.get("/model/editions/2027/promises/2.2")

    assert "This is not the edition in force." in page.text
    assert read_page(page.text).title == "What changed and why: promise 2.2 – The 2027 model – Model Compact"


def test_the_list_of_editions_leads_to_what_changed(client, changed):
    links = read_page(client.get("/model/editions").text).links

    assert ("/model/editions/2025..2027", "What changed between 2025 and 2027") in links


def test_dates_that_the_text_does_not_tell_are_said_not_to_be_known(client, compacts):
    assert client.get("/hertfordshire/editions/2016").text.count("Not known") == 3


@pytest.mark.parametrize("name", ["1999", "2016..1999", "1999..2016", "2016/promises/9.9"])
def test_an_edition_that_is_not_there_is_not_found(client, compacts, name):
    assert client.get(f"/hertfordshire/editions/{name}").status_code == 404


def test_equal_texts_have_no_changes():
    assert changed_words("as it was", "as it was") == ()


def test_the_new_text_can_be_put_together_from_the_pieces():
    old, new = "Both days are counted, always.", "Both days are never counted."
    pieces = changed_words(old, new)

    assert "".join(piece.words for piece in pieces if piece.how != "out") == new
    assert "".join(piece.words for piece in pieces if piece.how != "in") == old
