"""A promise and an organisation have one record over time: of every kind, filtered, and year by year."""

import csv
from io import StringIO
from urllib.parse import urlsplit

import pytest

from livecompact.dealings.queries.listing import ON_A_PAGE
from tests.dealings.making import SHORT, consultation, council

HERE = "/hertfordshire/records"


@pytest.fixture
def records(site):
    """Two bodies: one kept its promise, the other did so once and once not."""
    one, other = council("First Council"), council("Second Council")
    consultation(one, "Library hours")
    consultation(other, "Bus times")
    consultation(other, "Park gates", **SHORT)
    return site


def titles(site, query):
    return [each["title"] for each in site.get(f"{HERE}.json?{query}").json()["rows"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Library hours", "Bus times", "Park gates"}),
        ("organisation=second-council", {"Bus times", "Park gates"}),
        ("organisation=second-council&state=not-kept", {"Park gates"}),
        ("promise=2.4&state=not-kept", {"Park gates"}),
        ("promise=2.4&state=kept", {"Library hours", "Bus times"}),
        ("promise=4.4", set()),
        ("kind=awards", set()),
        ("kind=consultations&year=2026", {"Library hours", "Bus times", "Park gates"}),
        ("year=2025", set()),
        ("page=99", set()),
        ("year=&state=&kind=", {"Library hours", "Bus times", "Park gates"}),
    ],
)
def test_records_are_those_that_are_asked_for(records, query, expected):
    assert set(titles(records, query)) == expected


def test_the_years_of_an_organisation_are_its_own(records):
    [year] = records.get(f"{HERE}.json?organisation=second-council&promise=2.4").json()["years"]

    assert (year["year"], year["not kept"]) == (2026, 1)
    assert "not kept" not in records.get(f"{HERE}.json?organisation=first-council&promise=2.4").json()["years"][0]


@pytest.mark.parametrize("query", ["year=0", "page=x", "state=odd", "kind=consultation", "order=year", "home__slug=x"])
def test_what_no_filter_of_the_records_knows_is_refused(records, query):
    assert records.get(f"{HERE}?{query}").status_code == 400
    assert records.get(f"{HERE}.csv?{query}").status_code == 400


def test_a_promise_that_is_not_there_is_not_found(records):
    assert records.get(f"{HERE}?promise=99.9").status_code == 404


def test_the_spreadsheet_says_of_each_record_how_it_stands_as_the_page_does(records):
    sheet = csv.DictReader(StringIO(records.get(f"{HERE}.csv").text.removeprefix("\ufeff")))
    shown = {each["address"]: each["state"] or "" for each in records.get(f"{HERE}.json").json()["rows"]}

    assert {urlsplit(each["Address"]).path: each["State"] for each in sheet} == shown
    assert "not kept" in shown.values()


def test_all_records_can_be_taken_along_and_not_only_one_page(site):
    body = council()
    for number in range(ON_A_PAGE + 1):
        consultation(body, f"Plan {number}")

    rows = list(csv.reader(StringIO(site.get(f"{HERE}.csv").text)))

    assert len(rows) == ON_A_PAGE + 2
    assert "page=2" in site.get(HERE).text
    assert site.get(f"{HERE}.json?page=2").json()["page"] == 2
