"""Which Compacts there are for whom, and what asking costs."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from livecompact.compacts import actions, queries
from livecompact.compacts.models import Compact, Edition
from tests.compacts.conftest import NOW

VISITOR = AnonymousUser()
TODAY = date(2026, 11, 22)


def test_compacts_come_in_the_order_of_the_list(compacts):
    compacts[0].position = 9
    compacts[0].save()

    assert [compact.id for compact in queries.compacts(VISITOR, TODAY)] == ["dacorum", "hertfordshire"]


def test_a_draft_is_seen_by_nobody_here(hertfordshire):
    Edition.objects.create(compact=hertfordshire, edition="2027", folder="{}", sha256="draft")
    hidden = Compact.objects.create(slug="hidden")
    Edition.objects.create(compact=hidden, edition="2027", folder="{}", sha256="other draft")

    assert [compact.id for compact in queries.compacts(VISITOR, TODAY)] == ["hertfordshire", "dacorum"]
    assert queries.compact(VISITOR, "hertfordshire", TODAY).edition.id == "2016"
    with pytest.raises(queries.NotThere):
        queries.compact(VISITOR, "hidden", TODAY)


def test_the_newest_text_that_was_published_is_shown(db, model, edit):
    compact = actions.add_compact(source=model, by="Compact officer", at=NOW)
    edit("agreement.toml", 'name = "Model Compact"', 'name = "Newer Compact"')
    actions.publish_edition(compact=compact, source=model, by="Compact officer", at=NOW + timedelta(days=1))

    assert queries.compact(VISITOR, "model", TODAY).name == "Newer Compact"


def test_the_edition_shown_is_the_one_in_force_that_day(db, two_editions):
    actions.add_compact(source=two_editions, by="Compact officer", at=NOW)

    assert queries.compact(VISITOR, "model", date(2026, 12, 31)).edition.id == "2025"
    assert queries.compact(VISITOR, "model", date(2027, 1, 1)).edition.id == "2027"


def test_all_compacts_are_one_query_once_their_texts_are_in_memory(compacts, django_assert_num_queries):
    queries.compacts(VISITOR, TODAY)

    with django_assert_num_queries(1):
        assert len(queries.compacts(VISITOR, TODAY)) == 2


def test_a_text_in_memory_is_the_same_object(compacts):
    first, second = (queries.compact(VISITOR, "dacorum", TODAY) for _ in range(2))

    assert first.agreement is second.agreement


@pytest.mark.parametrize(
    ("word", "one", "heading"),
    [
        ("promise", "promise", "Promises"),
        ("commitment", "commitment", "Commitments"),
        ("undertaking", "undertaking", "Undertakings"),
    ],
)
def test_a_promise_is_called_what_the_compact_calls_it(word, one, heading):
    words = queries.words_of(word)

    assert (words.one, words.Many) == (one, heading)
