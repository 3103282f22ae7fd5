"""What the site's Compacts are is kept in memory, and never older than the database."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.utils.translation import override

from livecompact.compacts import actions, queries
from livecompact.people import actions as people
from tests.compacts.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = date(2026, 11, 22)
BY = "Compact officer"


def asked():
    return queries.compacts(None, TODAY)


def names():
    return [compact.name for compact in asked()]


def test_they_are_read_once_while_nothing_is_written(model):
    actions.add_compact(source=model, by=BY, at=NOW)
    first = asked()

    assert asked() is first
    people.add_person(email="ann@example.org", at=NOW)
    assert asked() is not first


def test_a_new_compact_and_a_new_edition_are_seen_at_once(model, edit):
    before = names()
    compact = actions.add_compact(source=model, by=BY, at=NOW)
    added = names()
    edit("agreement.toml", 'name = "Model Compact"', 'name = "Newer Compact"')
    actions.publish_edition(compact=compact, source=model, by=BY, at=NOW + timedelta(days=1))

    assert (before, added, names()) == ([], ["Model Compact"], ["Newer Compact"])


def test_what_another_process_writes_is_seen_at_once(model):
    actions.add_compact(source=model, by=BY, at=NOW)
    before = names()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("DELETE FROM compacts_edition")
    finally:
        other.close()

    assert (before, names()) == (["Model Compact"], [])


def test_what_is_taken_back_was_never_there(model):
    before = names()
    with transaction.atomic():
        actions.add_compact(source=model, by=BY, at=NOW)
        inside = names()
        transaction.set_rollback(True)

    assert (before, inside, names()) == ([], ["Model Compact"], [])


def test_each_day_and_each_language_has_its_own(two_editions):
    actions.add_compact(source=two_editions, by=BY, at=NOW)
    [then], [later] = queries.compacts(None, date(2026, 12, 31)), queries.compacts(None, date(2027, 1, 1))
    here = asked()
    with override("cy"):
        elsewhere = asked()

    assert (then.edition.id, later.edition.id) == ("2025", "2027")
    assert elsewhere is not here
    assert asked() is here
