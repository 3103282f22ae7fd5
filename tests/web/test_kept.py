"""Pages that are kept in memory are never older than the database, and nobody gets another one's."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client

from livecompact.compacts import actions
from livecompact.people import actions as people

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def site(settings):
    settings.KEEP_PAGES = True
    actions.add_compact(source="model", by="test", at=NOW)
    return Client()


def queries(site, address, **headers):
    """How often a page asks the database, beside whether that has changed (which is asked below Django on SQLite)."""
    connection.force_debug_cursor = True
    try:
        response = site.get(address, headers=headers)
        asked = [query["sql"] for query in connection.queries_log if "pg_current_snapshot" not in query["sql"]]
    finally:
        connection.force_debug_cursor = False
    return response, len(asked)


def test_a_page_is_made_once_and_then_kept(site):
    first, made = queries(site, "/model")
    second, kept = queries(site, "/model")

    assert made > 0
    assert kept == 0
    assert second.content == first.content
    assert second.resolver_match.url_name == "compact"


@pytest.mark.parametrize("address", ["/model/board", "/model/consultations"])
def test_lists_and_the_board_are_kept_too(site, address):
    first, made = queries(site, address)
    second, kept = queries(site, address)

    assert (made > 0, kept) == (True, 0)
    assert second.content == first.content


def test_any_write_makes_it_old(site):
    queries(site, "/model")
    people.add_person(email="ann@example.org", at=NOW)

    assert queries(site, "/model")[1] > 0


def test_a_write_by_another_connection_makes_it_old(site):
    queries(site, "/")
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("DELETE FROM compacts_edition")
            cursor.execute("DELETE FROM compacts_compact")
    finally:
        other.close()

    assert "/model" not in site.get("/").text


def test_an_address_with_a_query_is_never_kept(site):
    queries(site, "/model?title=Secret")

    assert queries(site, "/model?title=Secret")[1] > 0


def test_whoever_has_a_cookie_gets_a_page_of_their_own(site):
    queries(site, "/model")
    site.cookies["anything"] = "1"

    assert queries(site, "/model")[1] > 0


def test_a_page_that_is_not_named_is_not_kept(site):
    queries(site, "/model/friends")

    assert queries(site, "/model/friends")[1] > 0


def test_a_kept_page_suits_what_the_browser_reads(site):
    packed, _ = queries(site, "/model", accept_encoding="gzip")
    plain, _ = queries(site, "/model")

    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain


def test_another_name_of_the_site_is_refused_all_the_same(site):
    queries(site, "/model")

    assert site.get("/model", headers={"host": "elsewhere.example.org"}).status_code == 400
