"""What a list keeps in memory is never older than the record, and spares what every page of it would ask."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dealings.making import consultation, council
from tests.dealings.reading import words
from tests.harness.clock import NOW, stop_the_clock
from tests.harness.compacts import both_compacts
from tests.register.some import add, sign

pytestmark = pytest.mark.django_db(transaction=True)
DEALINGS, ORGANISATIONS = "/hertfordshire/consultations", "/hertfordshire/organisations"
OF_ITS_LINES = {DEALINGS: 3, ORGANISATIONS: 2}
"""Queries: which lines the page has, what they show, and what is said of each; of organisations it is known which."""


@pytest.fixture
def site(client, monkeypatch):
    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch, at=NOW)
    consultation(council(), "Bus times")
    return client


def asked(site, address):
    """What a page says, and how often it asked the database."""
    with CaptureQueriesContext(connection) as queries:
        said = words(site.get(address))
    return said, len([each for each in queries if "pg_current_snapshot" not in each["sql"]])


def test_a_list_asks_of_the_whole_of_it_only_once_the_record_has_changed(site):
    first, _at_first = asked(site, DEALINGS)
    again = asked(site, DEALINGS)
    consultation(council("Hartsmere Borough Council"), "Park gates")
    changed, anew = asked(site, DEALINGS)

    assert again == (first, OF_ITS_LINES[DEALINGS])
    assert anew > OF_ITS_LINES[DEALINGS]
    assert "1 consultation Bus times" in first
    assert "2 consultations" in changed
    assert "Hartsmere Borough Council" in changed


def test_the_list_of_who_has_signed_is_read_anew_once_somebody_signs(site):
    first, _at_first = asked(site, ORGANISATIONS)
    again = asked(site, ORGANISATIONS)
    sign(add("Riverside Youth Club"))
    changed, anew = asked(site, f"{ORGANISATIONS}?sector=voluntary")

    assert again == (first, OF_ITS_LINES[ORGANISATIONS])
    assert anew > OF_ITS_LINES[ORGANISATIONS]
    assert "Riverside Youth Club" not in first
    assert "Riverside Youth Club" in changed
