"""A misspelt word leads to the one that was meant, if that is to be found in the same Compact on that day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from livecompact.search.documents import Document, Kind
from livecompact.search.meant import LONGEST, meant
from tests.compacts.conftest import compacts
from tests.search.test_search import TITLES, TODAY, kent, put

__all__ = ["compacts", "kent"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("consultaton", "consultation"),
        ("Consutlation weeks", "consultation weeks"),
        ("volunters", "volunteers"),
        ("time to anwser", "time to answer"),
        ("ocnsultation", "consultation"),
    ],
)
def test_a_word_with_a_slip_in_it_leads_to_the_word(kent, asked, says):
    assert meant("kent", asked, TODAY) == says


@pytest.mark.parametrize(
    "asked", ["", "consultation", "xylophone", "*) OR 1=1", "12", "fromal xylophone", "a" * 300, "ab\0c"]
)
def test_where_no_word_is_near_or_none_is_wrong_nothing_is_offered(kent, asked):
    assert meant("kent", asked, TODAY) == ""


def test_nothing_is_offered_out_of_another_compact_or_before_its_day(db):
    put(TITLES["2.4"], compact="essex")
    put(replace(TITLES["2.4"], starts=TODAY + timedelta(days=1)))

    assert meant("kent", "consultaton", TODAY) == ""
    assert meant("kent", "consultaton", date(2026, 11, 23)) == "consultation"


def test_what_is_offered_finds_something_of_the_kind_that_is_looked_for(kent):
    assert meant("kent", "consultaton", TODAY, kind=Kind.PROMISE) == "consultation"
    assert meant("kent", "consultaton", TODAY, kind=Kind.STORY) == ""


def test_a_word_of_a_record_is_offered_if_it_is_in_its_name(db):
    put(Document(kind=Kind.DEALING, address="/kent/r", title="Quillmoor parks", says="Lamplighters"), room="dealings")

    assert meant("kent", "quilmoor", TODAY) == "quillmoor"
    assert meant("kent", "lamplihgters", TODAY) == ""


def test_a_word_that_is_longer_than_any_is_not_looked_at(kent):
    assert meant("kent", "consultation" * (LONGEST // 12 + 1), TODAY) == ""


def test_the_page_offers_what_was_meant_and_the_link_finds_it(client, compacts):
    page = client.get("/hertfordshire/search?q=consultaton").text

    assert "Did you mean <a" in page
    assert 'href="/hertfordshire/search?q=consultation">consultation</a>?' in page
    assert "result" in client.get("/hertfordshire/search?q=consultation").text
    assert "Did you mean" not in client.get("/hertfordshire/search?q=consultation").text
    assert client.get("/hertfordshire/search.json?q=consultaton").json()["meant"]["text"] == "consultation"
