"""A database of an earlier version keeps its people and what they hold."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_an_office_of_the_first_version_is_a_seat():
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    old = executor.migrate([("people", "0001_initial")]).apps
    person = old.get_model("people", "Person").objects.create(email="ann@example.org", joined_at=NOW)
    old.get_model("people", "Office").objects.create(
        person=person, role="officer", compact="dacorum", given_at=NOW, given_by="bob@example.org"
    )

    executor = MigrationExecutor(connection)
    new = executor.migrate(newest).apps

    [seat] = new.get_model("people", "Seat").objects.values("person__email", "role", "compact", "organisation", "until")
    assert seat == {
        "person__email": "ann@example.org",
        "role": "officer",
        "compact": "dacorum",
        "organisation": "",
        "until": None,
    }
