"""A database of an earlier version keeps the lists that were sent, and each can still be undone."""

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from livecompact.dealings.models import Dealing, State
from livecompact.uploads import actions
from livecompact.uploads.models import Part, Upload, UploadPart
from tests.dealings.making import BY, council, moment
from tests.harness.compacts import both_compacts
from tests.uploads.test_uploads import NOW, saved

EARLIER = [("uploads", None), ("dealings", "0016_decisions_wait")]


def tables():
    """The tables that hold what was uploaded."""
    return {name for name in connection.introspection.table_names() if "upload" in name}


@pytest.mark.django_db(transaction=True)
def test_a_list_that_was_sent_before_uploads_had_a_room_can_still_be_undone(monkeypatch):
    both_compacts(monkeypatch)
    sent = saved(council())
    parts = set(UploadPart.objects.values_list("upload__key", "name"))
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    executor.migrate(EARLIER)
    assert tables() == {"dealings_upload", "dealings_uploadpart"}

    MigrationExecutor(connection).migrate(newest)

    assert tables() == {"uploads_upload", "uploads_uploadpart"}
    kept = Upload.objects.get(key=sent.key)
    assert {name: value for name, value in vars(kept).items() if name != "_state"} == {
        name: value for name, value in vars(sent).items() if name in vars(kept) and name != "_state"
    }
    assert {(sent.key, Part.ROWS), (sent.key, Part.DONE)} <= parts
    assert set(UploadPart.objects.values_list("upload__key", "name")) == parts
    actions.undo_upload(upload=kept, by=BY, at=moment(date(2026, 11, 23)))
    assert set(Dealing.objects.values_list("state", flat=True)) == {State.WITHDRAWN}
    assert Upload.objects.create(**new(kept)).pk > kept.pk


def new(kept):
    """Another list of the same body."""
    return {
        "key": "b" * 24,
        "home": kept.home,
        "organisation": kept.organisation,
        "kind": kept.kind,
        "source": kept.source,
        "file_name": "more.csv",
        "sent_at": NOW,
        "sent_by": BY,
    }
