"""The index of the search is made again by a command, by an upgrade, and where the doctor misses it."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from livecompact.search import actions, queries
from livecompact.search.models import Findable
from livecompact.web import doctor_findings, searching
from tests.harness.compacts import both_compacts

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def site(db, monkeypatch):
    both_compacts(monkeypatch)


def rows():
    return sorted(
        Findable.objects.values_list("compact", "room", "kind", "address", "heading", "body", "starts", "ends")
    )


def test_what_is_made_again_is_what_the_acts_had_put_in(site, capsys):
    before = rows()
    Findable.objects.filter(kind="story").delete()
    Findable.objects.create(
        compact="dacorum", room="gone", kind="story", address="/dacorum/old", title="x", heading="x"
    )

    assert searching.rebuild(at=NOW) == 0
    assert rows() == before
    assert capsys.readouterr().out == f"{len(before)} things can be found.\n"


def test_an_index_that_fails_on_the_way_stays_as_it_was(site, monkeypatch):
    before = rows()

    def broken(today):
        raise ZeroDivisionError

    monkeypatch.setitem(searching.SOURCES, "broken", broken)

    with pytest.raises(ZeroDivisionError):
        searching.made_again(NOW.date())
    assert rows() == before


def test_the_doctor_tells_of_a_compact_in_which_nothing_is_found(site):
    actions.index(compact="dacorum", room="compacts", documents=[])

    found = list(doctor_findings.search(settings.SITE, NOW))

    assert [each.fine for each in found] == [True, False]
    assert found[0].says == f"Hertfordshire Compact: {queries.size('hertfordshire')} things can be found."
    assert found[1].mend == "livecompact search rebuild"
