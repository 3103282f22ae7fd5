"""The same pages as data."""

import json

import pytest

from livecompact.compacts.folders import read
from livecompact.compacts.models import Edition
from tests.compacts.states import NORMAL, OTHER_FORMS
from tests.harness.html import read_page


@pytest.mark.parametrize("route", NORMAL)
def test_a_page_is_there_as_json_with_the_same_title(client, compacts, route):
    page, data = client.get(NORMAL[route]), client.get(OTHER_FORMS[f"{route}.json"])

    assert data.headers["Content-Type"] == "application/json"
    held = json.loads(data.content)
    assert read_page(page.text).title.startswith(held["title"])
    assert OTHER_FORMS[f"{route}.json"] in [address for address, _ in read_page(page.text).links]


def test_a_promise_as_data_says_what_the_page_says(client, compacts):
    held = client.get("/hertfordshire/promises/2.4.json").json()

    assert (held["number"], held["binds"], held["official"]) == ("2.4", "Public bodies", "")
    assert held["compact"]["edition"] == "2016"
    assert held["address"] == "/hertfordshire/promises/2.4"
    assert held["signed_text"]["publisher"] == "Hertfordshire County Council"
    length = next(standard for standard in held["standards"] if standard["code"] == "consultation-length")
    assert length["examples"][0]["verdict"] == "kept"


def test_a_search_as_data_keeps_its_question(client, compacts):
    found = client.get("/hertfordshire/search.json?q=volunteers").json()

    assert found["asked"] == "volunteers"
    assert found["found"]
    page = client.get("/hertfordshire/search?q=volunteers")
    assert ("/hertfordshire/search.json?q=volunteers", "This page as data (JSON)") in read_page(page.text).links


def test_the_whole_agreement_as_data_is_the_text_that_was_published(client, compacts):
    response = client.get("/dacorum/agreement.json")

    edition = Edition.objects.get(compact__slug="dacorum")
    assert response.text == edition.folder
    assert response.headers["ETag"] == f'"{edition.sha256}"'
    assert len(read(response.text).newest.undertakings) == 33


@pytest.mark.parametrize("address", ["/hertfordshire/promises/2.4.xml", "/hertfordshire/groups.exe", "/nowhere.json"])
def test_a_form_that_is_not_on_the_list_is_not_found(client, compacts, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_only_read(client, compacts, method):
    assert getattr(client, method)("/hertfordshire/promises/2.4").status_code in (403, 405)
