"""A database of an earlier version keeps what waits for a second person, each as what it is."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from livecompact.compacts.models import Act, Compact, SecondLook

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_a_list_and_a_telling_that_wait_are_named_by_their_act():
    Compact.objects.create(slug="dacorum")
    for key in ("upload/abc", "tell/def/2026-12-01", "ghi"):
        SecondLook.objects.create(compact_id="dacorum", act=Act.DEALING, subject=key, version="1", asked_at=AT)
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    executor.migrate([("compacts", "0005_decisions_wait")])

    MigrationExecutor(connection).migrate(newest)

    assert set(SecondLook.objects.values_list("act", "subject")) == {
        (Act.LIST, "abc"),
        (Act.TELLING, "def/2026-12-01"),
        (Act.DEALING, "ghi"),
    }
